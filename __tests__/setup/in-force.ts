import type { LocalForge } from '../../local/forge';
import { SETTINGS, SETTINGS_KEY, type Settings } from '../../src/privacy/data-sets/settings';
import { WEBHOOK, WEBHOOK_KEY, type Webhook } from '../../src/privacy/data-sets/webhook';
import type { DataSet } from '../../src/storage/data-set';
import { rawRow, rowsOf } from './rows-of';

/** Lets changes of settings that wait for a day be in force now, without a day going by. */
export async function letWaitingBeInForce(forge: LocalForge, installation?: string): Promise<void> {
  const { storageId } = forge.installations.get(installation);
  const from = new Date(forge.clock.now()).toISOString();
  const change = async <Row extends object>(set: DataSet<Row>, key: string, fieldOf: (row: Row) => Row) => {
    const [row] = rowsOf(forge.storage.dump(storageId), set.name);
    if (row) await forge.storage.load(storageId, [rawRow(set, key, fieldOf(row.value as Row))]);
  };
  const now = <Change extends object>(waiting: readonly Change[]) => waiting.map((one) => ({ ...one, from }));
  await change<Settings>(SETTINGS, SETTINGS_KEY, ({ waiting, ...row }) => ({
    ...row,
    ...(waiting && { waiting: now(waiting) }),
  }));
  await change<Webhook>(WEBHOOK, WEBHOOK_KEY, ({ erasesWaiting, ...row }) => ({
    ...row,
    ...(erasesWaiting && { erasesWaiting: now(erasesWaiting) }),
  }));
}
