import { engine } from '../app';
import type { Engine } from '../privacy/engine';
import { startScan } from '../privacy/erasure/scan';
import { takeUpErasures } from '../privacy/erasure/take-up';
import { kindOfError } from '../privacy/kind-of-error';
import { haveMerged } from '../privacy/reporting/merge';
import { eraseRemoved } from '../privacy/reporting/removed';
import { startReporting } from '../privacy/reporting/run';
import { carryOutApproved } from '../privacy/requests/carrying-out';
import { runRetention } from '../privacy/retention';
import { settleInstallation } from '../privacy/uninstall/settle';
import { eraseAnnounced } from '../privacy/webhook/erasing';
import { takeUpAnnounced } from '../privacy/webhook/take-up';

/** The duties of a day, in their order. Each stands alone: what stops one does not stop the others. */
const DUTIES: ReadonlyArray<readonly [name: string, duty: (engine: Engine) => Promise<unknown>]> = [
  ['reporting', startReporting],
  ['erasures', takeUpErasures],
  ['requests', carryOutApproved],
  ['retention', runRetention],
  ['removed', eraseRemoved],
  ['announced', takeUpAnnounced],
  ['announced-closed', eraseAnnounced],
  ['scan', startScan],
  ['cohorts', haveMerged],
];

const DONE = { statusCode: 204 } as const;

/**
 * The daily schedule: looks whether the store came back from an earlier installation, has what is due reported to
 * Atlassian, takes up what stands still, deletes what has been kept for its time, has the whole store scanned if an erasure
 * waits to be confirmed, and cohorts merged where there are too many. It does not look at the licence: these duties last as long as data is stored.
 * @returns what Forge counts as success; its page on the event asks for it, the one on the module passes it over
 * @throws where a duty failed, after the others were done: Forge does not repeat a schedule, but shows that it failed
 */
export async function runDaily(): Promise<{ statusCode: 204 }> {
  if (!(await settleInstallation(engine))) return DONE;
  let failed = 0;
  for (const [name, duty] of DUTIES) {
    try {
      await duty(engine);
    } catch (error) {
      failed += 1;
      engine.log('daily-duty-failed', { duty: name, kind: kindOfError(error) });
    }
  }
  engine.log('daily-done', { failed });
  if (failed > 0) throw new Error('daily run incomplete');
  return DONE;
}
