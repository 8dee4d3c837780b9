import type { Restriction } from '../contract';
import { Refused } from './refused';
import { toInstant } from './time';
import type { Engine } from './engine';
import { auditChange } from './audit';
import type { AccessReason } from './data-sets/audit';
import type { RestrictedBy, Standing } from './data-sets/registration';
import type { Subject } from './subjects';
import { writeAbout } from './writing';

/** The restriction (GDPR art. 18) under which a person's data stands, if any. */
export function restrictionOf(standing: Standing): Restriction | undefined {
  const { restrictedAt, restrictedBy } = standing;
  return restrictedAt && restrictedBy ? { since: restrictedAt, by: restrictedBy } : undefined;
}

/**
 * Whether what is kept about a person must stay for now: they oppose its erasure, or somebody needs it for a claim (GDPR
 * art. 18(1)(b) and (c)). A restriction that only came of what Jira or the webhook said asks for nothing of the kind.
 */
export function isHeld({ restrictedAt, restrictedBy }: Standing): boolean {
  return restrictedAt !== undefined && (restrictedBy === 'person' || restrictedBy === 'administrator');
}

/**
 * Refuses any use of a person's data that a restriction does not leave open. It leaves open: keeping, viewing by the
 * person, exporting and erasing.
 * @throws Refused
 */
export function assertUsable(subject: Subject | undefined): void {
  if (subject && restrictionOf(subject.standing)) {
    throw new Refused(
      'CONFLICT',
      'The use of this data is restricted: it is kept, and can be exported and erased, but not used. ' +
        'Whoever restricted it can lift that: the person on their My data page, or an administrator.',
    );
  }
}

/**
 * Restricts the use of a person's data, or lifts the restriction; both are recorded, with the reason an administrator
 * gave. What an administrator restricted, for example for a legal claim, the person does not lift.
 * @throws Refused where nothing is kept about the account, or it is not theirs to lift
 */
export function setRestriction(
  engine: Engine,
  accountId: string,
  by: RestrictedBy,
  restricted: boolean,
  reason?: AccessReason,
): Promise<Restriction | undefined> {
  const now = engine.now();
  return writeAbout<Restriction | undefined>(engine, {
    accountId,
    causedAt: now,
    registers: false,
    onSite: by === 'person',
    reads: [],
    plan: ({ subject }) => {
      if (!subject)
        throw new Refused('NOT_FOUND', 'Nothing is kept about this person, so there is nothing to restrict.');
      const present = restrictionOf(subject.standing);
      if (isAsWanted(subject.standing, by, restricted)) return { done: present };
      if (by === 'person' && isAdministrators(subject)) throw notTheirs();
      const next = restricted ? { since: toInstant(now), by } : undefined;
      return {
        write: [],
        standing: next ? { restrictedAt: next.since, restrictedBy: next.by } : lifted(by),
        also: [
          auditChange(now, {
            event: restricted ? 'restriction-set' : 'restriction-lifted',
            role: by,
            subject: subject.person.token,
            ...(reason !== undefined && { reason }),
          }),
        ],
        result: next,
      };
    },
  });
}

/** One that came of what was said may become somebody's own; lifting takes back what was said, too. */
function isAsWanted(standing: Standing, by: RestrictedBy, restricted: boolean): boolean {
  if (restricted) return isHeld(standing) || (by === 'person' && restrictionOf(standing) !== undefined);
  const said = standing.removedAt ?? (by === 'administrator' ? standing.announcedAt : undefined);
  return restrictionOf(standing) === undefined && said === undefined;
}

/** A restriction on the word of a system that administrators authorised is theirs, too. */
function isAdministrators({ standing }: Subject): boolean {
  const { restrictedBy, announcedAt } = standing;
  return restrictedBy === 'administrator' || restrictedBy === 'webhook' || announcedAt !== undefined;
}

const notTheirs = (): Refused =>
  new Refused(
    'CONFLICT',
    'An administrator, or a system they authorised, restricted the use of this data, so an administrator has to lift ' +
      'it. It stays restricted; ask them. You can still see, export and erase it.',
  );

/** Whoever lifts it says that the person is on the site again; an administrator says no to what was announced, too. */
function lifted(by: RestrictedBy): { [Name in keyof Standing]?: Standing[Name] | undefined } {
  const none = { restrictedAt: undefined, restrictedBy: undefined, removedAt: undefined };
  return by === 'person' ? none : { ...none, announcedAt: undefined };
}
