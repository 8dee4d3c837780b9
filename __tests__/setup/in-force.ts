import type { LocalForge } from '../../local/forge';
import type { Settings } from '../../src/privacy/data-sets/settings';

/** Lets changes of settings that wait for a day be in force now, without a day going by. */
export async function letWaitingBeInForce(forge: LocalForge, installation?: string): Promise<void> {
  const { storageId } = forge.installations.get(installation);
  const row = forge.storage
    .dump(storageId)
    .find(({ key, value }) => key.includes('settings') && isWaiting(value));
  if (!row) return;
  const { store, key, value } = row;
  const from = new Date(forge.clock.now()).toISOString();
  const settings = value as Settings;
  const waiting = settings.waiting?.map((one) => ({ ...one, from }));
  await forge.storage.load(storageId, [{ store, key, value: { ...settings, waiting } }]);
}

const isWaiting = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Array.isArray((value as Settings).waiting);
