import type { Restriction } from '../../contract';
import { auditChange } from '../audit';
import type { AuditEvent } from '../data-sets/audit';
import type { AccessReason } from '../data-sets/reasons';
import type { Standing } from '../data-sets/registration';
import type { Engine } from '../engine';
import { withoutData } from '../erasure/under-way';
import { Refused } from '../errors';
import { isUsableFor, onlyAsked } from '../person/leaves-open';
import type { StandingChange, Subject } from '../person/subject';
import { asFields, groundsOf, restrictionOf, saidOf, type Grounds } from '../person/grounds';
import { writeAbout } from '../person/write';
import { addDays, toInstant, toDay } from '../time';
import { withChange } from '../versioned';
import { assertNoReviewDay, assertReviewDay, reviewDays } from './review';

/** Days for which a person is told that an administrator will lift their restriction. */
const DAYS_TOLD_BEFORE = 7;

/**
 * Refuses any use of a person's data that a restriction does not leave open. To the person it leaves viewing, exporting
 * and erasing; to administrators what the person asked for and what the law demands. Each feature asks it in its plan, since
 * `writeAbout` does not. Two other gates: `isErasableFor` (an administrator's erasure), and `mustStay` (deletion by period,
 * and erasure after a removal or on the webhook's word).
 * @param reason of the administrator; missing where the person uses it
 * @throws Refused
 */
export function assertUsable(subject: Subject | undefined, reason?: AccessReason): void {
  if (!subject || !restrictionOf(subject.standing)) return;
  if (reason === undefined) throw onlyKept();
  if (!isUsableFor(subject, reason)) throw onlyAsked();
}

const onlyKept = (): Refused => new Refused('CONFLICT', 'refused.restricted');

/**
 * Restricts the use of a person's data, or lifts a restriction; each is recorded, with the reason an administrator gave.
 * What the person restricts and what others do are grounds of their own, and the data stays restricted while one stands.
 * A person lifts theirs and never the others'. An administrator lifts the others' first; then the person's, at once where
 * the person asked for it, and otherwise a week after the person was told (GDPR art. 18(3)): the first call tells them.
 * @throws Refused where nothing is kept about the account, it is not theirs to lift or not yet, or the day cannot be
 */
export async function setRestriction(
  engine: Engine,
  accountId: string,
  by: 'person' | 'administrator',
  restricted: boolean,
  given: Given = {},
): Promise<Restriction | undefined> {
  const now = engine.now();
  const { reason } = given;
  const theirs = { reason, reviewOn: reviewDayOf(given, restricted, now) };
  return writeAbout<Restriction | undefined>(engine, {
    accountId,
    causedAt: now,
    onSite: by === 'person',
    reads: [],
    plan: async ({ subject }) => {
      if (!subject) throw await withoutData(engine, accountId);
      const { standing, person } = subject;
      const change = CHANGES[by](standing, now, restricted, theirs);
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

/** What an administrator gives beside it: why, and of a hold for a legal duty when it is reviewed. */
interface Given {
  reason?: AccessReason | undefined;
  reviewOn?: string | undefined;
}

function reviewDayOf({ reason, reviewOn }: Given, restricted: boolean, now: Date): string | undefined {
  if (restricted && reason === 'legal-duty') {
    const day = reviewOn ?? reviewDays(now).standard;
    assertReviewDay(day, now);
    return day;
  }
  assertNoReviewDay(reviewOn);
  return undefined;
}

interface Changed {
  event: AuditEvent;
  fields: StandingChange;
}

type ChangeBy = (standing: Standing, now: Date, restricted: boolean, given: Given) => Changed | undefined;

/** What each makes of it; nothing where it is so already. */
const CHANGES: Record<'person' | 'administrator', ChangeBy> = {
  person: (standing, now, restricted) => (restricted ? restrictOwn(standing, now) : liftOwn(standing, now)),
  administrator: (standing, now, restricted, given) =>
    restricted ? restrictByThem(standing, now, given) : liftByThem(standing, now, given.reason),
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
function restrictByThem(standing: Standing, now: Date, { reason, reviewOn }: Given): Changed | undefined {
  const { own, others } = groundsOf(standing);
  if (others?.by === 'administrator') return undefined;
  const theirs = {
    ...({ since: toInstant(now), by: 'administrator' } as const),
    ...(reason && { reason }),
    ...(reviewOn !== undefined && { reviewOn }),
  };
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

const tooEarly = (): Refused => new Refused('CONFLICT', 'refused-admin.lift-too-early');

const notTheirs = (): Refused => new Refused('CONFLICT', 'refused.restricted-by-others');

/**
 * How often a person may lift a restriction or withdraw a request on one day (UTC). Restricting and asking are rights and
 * always possible. Without a limit on taking them back, one person could fill the audit log, where people read who looked at
 * their data.
 */
const MOST_TAKEN_BACK = 10;

/** Counts that the person takes something back today. @throws Refused if they did so too often */
export function takingBack({ takenBackOn, takenBack = 0 }: Standing, now: Date): StandingChange {
  const today = toDay(now);
  const times = takenBackOn === today ? takenBack : 0;
  if (times >= MOST_TAKEN_BACK) throw oftenEnough();
  return { takenBackOn: today, takenBack: times + 1 };
}

const oftenEnough = (): Refused =>
  new Refused('CONFLICT', { key: 'refused.taken-back-too-often', values: { count: MOST_TAKEN_BACK } });
