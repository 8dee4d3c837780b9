import { StorageBusyError, StorageRefusedError } from '../../storage/failures';
import { COHORT } from '../data-sets/cohort';
import type { Engine } from '../engine';
import { startErasure } from '../erasure/fence';
import { Refused } from '../refused';
import { closedMembers, leave } from './membership';
import { cohortChange, type ReadCohort } from './settle';

/**
 * Begins the erasure of every account of the group that Atlassian answered to be closed. Those of which storage did not
 * take it stay noted in the group, which the next run then looks at first; gives how many.
 */
export async function eraseClosed(engine: Engine, { key, row }: ReadCohort): Promise<number> {
  let waiting = 0;
  for (const { accountId } of closedMembers(row)) {
    try {
      await eraseAccount(engine, key, accountId);
    } catch (error) {
      const waits = error instanceof StorageBusyError || error instanceof StorageRefusedError;
      if (!waits) throw error;
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
    if (!(error instanceof Refused)) throw error;
    await takeOut(engine, key, accountId);
  }
}

/** Nothing else is kept about the account: so neither is its place. */
async function takeOut(engine: Engine, key: string, accountId: string): Promise<void> {
  const row = await engine.store.get(COHORT, key);
  if (!row?.members.some((member) => member.accountId === accountId)) return;
  await engine.store.transact([cohortChange(key, leave(row, accountId))]);
}
