import { engine } from '../app';
import { startReporting } from '../privacy/reporting/run';

/**
 * `avi:forge:installed:app` and `avi:forge:upgraded:app`: a store that came back, or a scope that was consented to, is
 * reported from without waiting for the daily run. Who installed the app and who owns it is not looked at.
 */
export async function onInstalled(): Promise<void> {
  await startReporting(engine);
  engine.log('installed');
}
