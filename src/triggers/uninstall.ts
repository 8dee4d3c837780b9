import { engine } from '../app';
import { wipeStore } from '../privacy/uninstall/wipe';

/** Runs while the app is uninstalled, without a user and for 55 seconds; what it throws would only be ignored. */
export async function preUninstall(): Promise<void> {
  await wipeStore(engine);
}
