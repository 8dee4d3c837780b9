import type { FaultOutcome } from '../../local/faults/types';
import type { LocalForge } from '../../local/forge';
import type { InvocationRecord } from '../../local/runtime/records';
import type { StoredRow } from '../../local/storage';
import type { Installation } from '../../src/privacy/data-sets/installation';

/** The app is uninstalled, and later installed anew: with an empty store, or with the one that it had. */
export interface Uninstall {
  what: 'uninstall';
  /** How long each call of the function takes that empties the store in 55 seconds. */
  callMs: number;
  /** What befalls single calls of that function. */
  troubles: Array<{ nth: number; outcome: FaultOutcome }>;
  awayHours: number;
  relinks: boolean;
}

/**
 * Uninstalls the app and installs it anew.
 * @returns whether the new installation has the store that there was, and whole
 */
export async function comeAndGo(forge: LocalForge, uninstall: Uninstall): Promise<boolean> {
  const old = forge.installations.get();
  const records = await uninstalled(forge, uninstall);
  const rows = forge.storage.dump(old.storageId);
  // Where queries are late, what was written last is not found by them, and nothing else lists rows.
  const { queryLagMs } = forge.storage.settings;
  const lagMs = typeof queryLagMs === 'number' ? queryLagMs : queryLagMs.max;
  if (lagMs === 0 && saysAllIsGone(records) && rows.some((row) => !isClosingRow(row))) {
    throw new Error('an uninstall left rows and said that nothing was left');
  }
  const closed = rows.some(isClosingRow);
  await forge.clock.advance(uninstall.awayHours * 3_600_000);
  const { id } = await forge.installations.create();
  if (uninstall.relinks) forge.installations.relink(old.id, id);
  return uninstall.relinks && !closed;
}

async function uninstalled(forge: LocalForge, { callMs, troubles }: Uninstall): Promise<InvocationRecord[]> {
  const functionKey = 'pre-uninstall';
  const withdrawals = troubles.map((trouble) => forge.faults.add({ functionKey, ...trouble }));
  if (callMs > 0) withdrawals.push(forge.faults.add({ functionKey, outcome: { kind: 'slow', ms: callMs } }));
  const records = await forge.installations.uninstall();
  for (const withdraw of withdrawals) withdraw();
  return records;
}

const saysAllIsGone = (records: readonly InvocationRecord[]): boolean =>
  records.some(({ logs }) => JSON.stringify(logs).includes('\\"store-wiped\\",\\"complete\\":1'));

const isClosingRow = ({ entityName, value }: StoredRow): boolean =>
  entityName === 'installation' && (value as Installation).state === 'leaving';
