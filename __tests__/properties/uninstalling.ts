import type { FaultOutcome } from '../../local/faults/types';
import type { LocalForge } from '../../local/forge';
import type { InvocationRecord } from '../../local/runtime/records';
import type { StoredRow } from '../../local/storage';
import { isInstallation } from './stored';
import { beforeStorageCalls, closedGate } from '../privacy/uninstall/interleaving';

/** The app is uninstalled, and later installed anew: with an empty store, or with the one that it had. */
export interface Uninstall {
  what: 'uninstall';
  /** How long each call of the function takes that empties the store in 55 seconds. */
  callMs: number;
  /** What befalls single calls of that function. */
  troubles: Array<{ nth: number; outcome: FaultOutcome }>;
  /** Which call to storage of anything else at the same moment arrives only when that function has ended; 0: none. */
  holdsBack: number;
  awayHours: number;
  relinks: boolean;
}

/** What came of it. */
export interface Return {
  /** Whether the new installation has the store that there was, and whole. */
  same: boolean;
  /** The store that the app had, where it was left and said to be empty. */
  leftEmpty?: string;
}

/** Uninstalls the app and installs it anew. */
export async function comeAndGo(forge: LocalForge, uninstall: Uninstall): Promise<Return> {
  const old = forge.installations.get();
  const records = await uninstalled(forge, uninstall);
  const rows = forge.storage.dump(old.storageId);
  // Where queries are late, what was written last is not found by them, and nothing else lists rows.
  const { queryLagMs } = forge.storage.settings;
  const lagMs = typeof queryLagMs === 'number' ? queryLagMs : queryLagMs.max;
  const empty = lagMs === 0 && saysAllIsGone(records);
  if (empty && rows.some((row) => !isClosingRow(row))) {
    throw new Error('an uninstall left rows and said that nothing was left');
  }
  const closed = rows.some(isClosingRow);
  await forge.clock.advance(uninstall.awayHours * 3_600_000);
  const { id } = await forge.installations.create();
  if (uninstall.relinks) forge.installations.relink(old.id, id);
  const leftEmpty = empty && !uninstall.relinks ? { leftEmpty: old.storageId } : {};
  return { same: uninstall.relinks && !closed, ...leftEmpty };
}

async function uninstalled(forge: LocalForge, uninstall: Uninstall): Promise<InvocationRecord[]> {
  const { callMs, troubles, holdsBack } = uninstall;
  const functionKey = 'pre-uninstall';
  const withdrawals = troubles.map((trouble) => forge.faults.add({ functionKey, ...trouble }));
  if (callMs > 0) withdrawals.push(forge.faults.add({ functionKey, outcome: { kind: 'slow', ms: callMs } }));
  const letGo = holdBack(forge, holdsBack);
  const records = await forge.installations.uninstall();
  letGo();
  for (const withdraw of withdrawals) withdraw();
  return records;
}

/** Holds one call back that something else makes meanwhile: it was on its way when the store was closed. */
function holdBack(forge: LocalForge, nth: number): () => void {
  const ended = closedGate();
  let calls = 0;
  let over = false;
  beforeStorageCalls(forge, async (functionKey) => {
    if (over || functionKey === 'pre-uninstall') return;
    calls += 1;
    if (calls === nth) await ended.wait;
  });
  return () => {
    over = true;
    ended.open();
  };
}

const saysAllIsGone = (records: readonly InvocationRecord[]): boolean =>
  records.some(({ logs }) => JSON.stringify(logs).includes('\\"store-wiped\\",\\"complete\\":1'));

const isClosingRow = (row: StoredRow): boolean => isInstallation(row, 'leaving');
