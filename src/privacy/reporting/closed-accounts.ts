import { isStorageFailure } from '../../storage/failures';
import { closedMembers, readCohort, leaveChange, type CohortAsRead } from '../cohorts';
import type { Engine } from '../engine';
import { startErasure } from '../erasure/start';
import { Refused } from '../errors';

/**
 * Begins the erasure of every account of the cohort that Atlassian answered to be closed. Those of which storage did not
 * take it stay noted in the cohort, which the next run then looks at first; gives how many.
 */
export async function eraseClosed(engine: Engine, { key, row }: CohortAsRead): Promise<number> {
  let waiting = 0;
  for (const { accountId } of closedMembers(row)) {
    try {
      await eraseAccount(engine, key, accountId);
    } catch (error) {
      if (!isStorageFailure(error)) throw error;
      engine.log('closed-account-waits', { code: error.code });
      waiting += 1;
    }
  }
  return waiting;
}

async function eraseAccount(engine: Engine, key: string, accountId: string): Promise<void> {
  try {
    await startErasure(engine, { accountId, askedBy: 'atlassian', marker: 'closed' });
  } catch (error) {
    // Only where nothing is kept: anything else that stands against it does not undo what Atlassian said.
    if (!(error instanceof Refused) || error.code !== 'NOT_FOUND') throw error;
    await takeOut(engine, key, accountId);
  }
}

/** Nothing else is kept about the account: so neither is its place. */
async function takeOut(engine: Engine, key: string, accountId: string): Promise<void> {
  const cohort = await readCohort(engine, key);
  if (!cohort?.row.members.some((member) => member.accountId === accountId)) return;
  await engine.store.transact([cohort.open, leaveChange(cohort.row, key, accountId)]);
}
