import { StorageRefusedError } from '../../storage/failures';
import { cohortChange, hasMember, readCohort, withMembers } from '../cohorts';
import type { Cohort } from '../data-sets/cohort';
import type { Engine } from '../engine';
import { persistently } from '../persistently';
import { readSubject, type Subject } from '../person/subject';
import { toInstant } from '../time';

/**
 * Notes that Jira said an account changed, for the next report that is due to confirm it; nothing is reported early. Of
 * someone about whom nothing is kept, nothing is noted.
 * @returns the person as they were read, if anything is kept about the account
 */
export function noteChanged(engine: Engine, accountId: string): Promise<Subject | undefined> {
  let missedIn: string | undefined;
  return persistently(engine, async () => {
    const { subject } = await readSubject(engine, accountId);
    if (!subject) return undefined;
    const key = subject.standing.cohort;
    const cohort = await readCohort(engine, key);
    if (!cohort || isNoted(cohort.row, accountId)) return subject;
    if (!hasMember(cohort.row, accountId)) {
      if (missedIn === key) return subject;
      missedIn = key;
      throw new StorageRefusedError('MOVED_MEANWHILE');
    }
    const changed = withChanged(cohort.row, accountId, engine.now());
    await engine.store.transact([cohort.open, cohortChange(key, changed)]);
    return subject;
  });
}

const isNoted = ({ members }: Cohort, accountId: string): boolean =>
  members.some((member) => member.accountId === accountId && member.changedAt !== undefined);

const withChanged = (cohort: Cohort, accountId: string, now: Date): Cohort =>
  withMembers(
    cohort,
    cohort.members.map((member) =>
      member.accountId === accountId ? { ...member, changedAt: toInstant(now) } : member,
    ),
  );
