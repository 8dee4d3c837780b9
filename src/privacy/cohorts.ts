import type { Change } from '../storage/store';
import { COHORT, type Cohort } from './data-sets/cohort';
import { leave } from './reporting/membership';

/** Takes a person out of their cohort, on condition that nobody wrote it meanwhile. */
export function leaveChange(cohort: Cohort, key: string, accountId: string): Change {
  const row = leave(cohort, accountId);
  return { do: 'set', dataSet: COHORT, key, row, expected: { version: cohort.version } };
}
