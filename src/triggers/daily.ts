import { engine } from '../app';
import { startScan } from '../privacy/erasure/scan';
import { takeUpErasures } from '../privacy/erasure/take-up';
import { eraseRemoved } from '../privacy/reporting/removed';
import { startReporting } from '../privacy/reporting/run';
import { carryOutApproved } from '../privacy/requests/carrying-out';
import { runRetention } from '../privacy/retention';
import { settleInstallation } from '../privacy/uninstall/settle';

/**
 * The daily schedule: looks whether the store came back from an earlier installation, has what is due reported to
 * Atlassian, takes up what stands still, then deletes what has been kept for its time, then has the whole store scanned
 * if an erasure waits to be confirmed. It does not look at the licence: these duties last as long as data is stored.
 */
export async function runDaily(): Promise<void> {
  if (!(await settleInstallation(engine))) return;
  await startReporting(engine);
  const taken = await takeUpErasures(engine);
  await carryOutApproved(engine);
  await runRetention(engine);
  await eraseRemoved(engine);
  await startScan(engine);
  engine.log('daily-done', { taken });
}
