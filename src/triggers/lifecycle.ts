import { engine } from '../app';
import { deliverLater } from '../atlassian/redelivery';
import { startReporting } from '../privacy/reporting/run';
import { forgetFailures } from '../privacy/reporting/lease';
import { wipeStore } from '../privacy/uninstall/wipe';
import { StorageBusyError } from '../storage/failures';

/**
 * `avi:forge:installed:app` and `avi:forge:upgraded:app`: a store that came back, or a scope that was consented to, is
 * reported from without waiting for the daily run, and asked about again for minutes where Atlassian does not let the app
 * report yet. Who installed the app and who owns it is not looked at.
 */
export async function onInstalled(event: unknown): Promise<object | undefined> {
  try {
    await forgetFailures(engine);
  } catch (error) {
    if (!(error instanceof StorageBusyError)) throw error;
    return deliverLater(event);
  }
  await startReporting(engine);
  engine.log('installed');
  return undefined;
}

/** Runs while the app is uninstalled, without a user and for 55 seconds; what it throws would only be ignored. */
export async function preUninstall(): Promise<void> {
  await wipeStore(engine);
}
