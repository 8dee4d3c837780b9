import type { Restriction } from '../../contract';
import { auditChange } from '../audit';
import type { AccessReason, AuditEvent } from '../data-sets/audit';
import type { Standing } from '../data-sets/registration';
import type { Engine } from '../engine';
import { withoutData } from '../erasure/under-way';
import { Refused } from '../errors';
import {
  asFields,
  groundsOf,
  restrictionOf,
  saidOf,
  type Grounds,
  type StandingChange,
  type Subject,
} from '../person/standing';
import { isUsableFor, onlyAsked } from '../person/leaves-open';
import { writeAbout } from '../person/write';
import { addDays, toInstant } from '../time';
import { withChange } from '../versioned';
import { takingBack } from './take-back';

/** Days for which a person is told that an administrator will lift their restriction. */
const DAYS_TOLD_BEFORE = 7;

/**
 * Refuses any use of a person's data that a restriction does not leave open. To the person it leaves viewing, exporting
 * and erasing; to administrators what the person asked for and what the law demands.
 * @param reason of the administrator; missing where the person uses it
 * @throws Refused
 */
export function assertUsable(subject: Subject | undefined, reason?: AccessReason): void {
  if (!subject || !restrictionOf(subject.standing)) return;
  if (reason === undefined) throw onlyKept();
  if (!isUsableFor(subject, reason)) throw onlyAsked();
}

const onlyKept = (): Refused =>
  new Refused(
    'CONFLICT',
    'The use of this data is restricted: it is kept, and can be exported and erased, but not used. ' +
      'Each who restricted it can lift that again: the person on their My data page, an administrator theirs.',
  );

/**
 * Restricts the use of a person's data, or lifts a restriction; each is recorded, with the reason an administrator gave.
 * What the person restricts and what others do are grounds of their own, and the data stays restricted while one stands.
 * A person lifts theirs and never the others'. An administrator lifts the others' first; then the person's, at once where
 * the person asked for it, and otherwise a week after the person was told (GDPR art. 18(3)): the first call tells them.
 * @throws Refused where nothing is kept about the account, or it is not theirs to lift, or not yet
 */
export function setRestriction(
  engine: Engine,
  accountId: string,
  by: 'person' | 'administrator',
  restricted: boolean,
  reason?: AccessReason,
): Promise<Restriction | undefined> {
  const now = engine.now();
  return writeAbout<Restriction | undefined>(engine, {
    accountId,
    causedAt: now,
    onSite: by === 'person',
    reads: [],
    plan: async ({ subject }) => {
      if (!subject) throw await withoutData(engine, accountId, NOTHING_TO_RESTRICT);
      const { standing, person } = subject;
      const change = CHANGES[by](standing, now, restricted, reason);
      if (!change) return { done: restrictionOf(standing) };
      const line = { role: by, subject: person.token, ...(reason !== undefined && { reason }) };
      return {
        write: [],
        standing: change.fields,
        also: [auditChange(now, { event: change.event, ...line })],
        result: restrictionOf(withChange(standing, change.fields)),
      };
    },
  });
}

const NOTHING_TO_RESTRICT = 'Nothing is kept about this person, so there is nothing to restrict.';

interface Changed {
  event: AuditEvent;
  fields: StandingChange;
}

type ChangeBy = (
  standing: Standing,
  now: Date,
  restricted: boolean,
  reason: AccessReason | undefined,
) => Changed | undefined;

/** What each makes of it; nothing where it is so already. */
const CHANGES: Record<'person' | 'administrator', ChangeBy> = {
  person: (standing, now, restricted) => (restricted ? restrictOwn(standing, now) : liftOwn(standing, now)),
  administrator: (standing, now, restricted, reason) =>
    restricted ? restrictByThem(standing, now, reason) : liftByThem(standing, now, reason),
};

function restrictOwn(standing: Standing, now: Date): Changed | undefined {
  const grounds = groundsOf(standing);
  if (grounds.own !== undefined) return undefined;
  return { event: 'restriction-set', fields: asFields({ ...grounds, own: toInstant(now) }) };
}

/** What was said of them stands, and restricts by itself from then on. */
function liftOwn(standing: Standing, now: Date): Changed | undefined {
  const { own, others } = groundsOf(standing);
  if (own === undefined && others) throw notTheirs();
  if (own === undefined) return undefined;
  const fields = { ...asFields({ others: others ?? saidOf(standing) }), ...takingBack(standing, now) };
  return { event: 'restriction-lifted', fields };
}

/** One that only came of what was said becomes theirs. */
function restrictByThem(
  standing: Standing,
  now: Date,
  reason: AccessReason | undefined,
): Changed | undefined {
  const { own, others } = groundsOf(standing);
  if (others?.by === 'administrator') return undefined;
  const theirs = { since: toInstant(now), by: 'administrator', ...(reason && { reason }) } as const;
  return { event: 'restriction-set', fields: asFields({ own, others: theirs }) };
}

function liftByThem(standing: Standing, now: Date, reason: AccessReason | undefined): Changed | undefined {
  const { own, others } = groundsOf(standing);
  if (others) return lifted({ own });
  if (own === undefined) return undefined;
  const from = toInstant(addDays(now, DAYS_TOLD_BEFORE));
  const { liftableFrom = from } = standing;
  if (reason === 'person-asked' || liftableFrom <= toInstant(now)) return lifted({});
  if (standing.liftableFrom === undefined) {
    return { event: 'restriction-lift-announced', fields: { liftableFrom } };
  }
  // Told by this very call, whose answer was lost.
  if (liftableFrom === from) return undefined;
  throw tooEarly();
}

/** An administrator who lifts it says that the person is on the site again, and that nothing announced restricts. */
const lifted = (left: Grounds): Changed => ({
  event: 'restriction-lifted',
  fields: { ...asFields(left), removedAt: undefined, announcedAt: undefined, erasureAskedAt: undefined },
});

const tooEarly = (): Refused =>
  new Refused(
    'CONFLICT',
    'The person was told that this restriction may be lifted, less than a week ago. It stands; lift it when the week ' +
      'is over, or give as the reason that the person asked for it.',
  );

const notTheirs = (): Refused =>
  new Refused(
    'CONFLICT',
    'An administrator, or a system they authorised, restricted the use of this data, so an administrator has to lift ' +
      'it. It stays restricted; ask them. You can still see and export it, and erase it or ask for that.',
  );
