import * as v from 'valibot';
import { engine } from '../app';
import { deliverLater } from '../atlassian/redelivery';
import { forgetFailures } from '../privacy/reporting/lease';
import { noteChanged } from '../privacy/reporting/note-changed';
import { startReporting } from '../privacy/reporting/run';
import { noteRemoved, askIfRemoved } from '../privacy/restriction/removal';
import { wipeStore } from '../privacy/uninstall/wipe';
import { StorageBusyError } from '../storage/failures';
import { isAccountId } from '../storage/kinds';

/**
 * `avi:forge:installed:app` and `avi:forge:upgraded:app`: a store may have come back, or a scope been consented to. So the
 * report to Atlassian does not wait for the daily run, and is repeated for minutes if Atlassian does not let the app report
 * yet. The app does not read who installed it or who owns it.
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

/** Runs while the app is uninstalled, without a user and for 55 seconds; Forge ignores what it throws. */
export async function preUninstall(): Promise<void> {
  await wipeStore(engine);
}

/**
 * `avi:jira:updated:user`: the account is confirmed with Atlassian when its next report is due. Somebody who was removed may
 * be back: Jira is asked.
 */
export const onUserUpdated = (payload: unknown): Promise<object | undefined> =>
  noted('user-updated', payload, async (accountId) => {
    const subject = await noteChanged(engine, accountId);
    if (subject) await askIfRemoved(engine, subject);
    return subject !== undefined;
  });

/** `avi:jira:deleted:user`: removed from this site. A hint and not Atlassian's answer: use is restricted at once. */
export const onUserDeleted = (payload: unknown): Promise<object | undefined> =>
  noted('user-deleted', payload, (accountId) => noteRemoved(engine, accountId));

/** If storage does not answer, asks Forge to deliver the event again. */
async function noted(
  event: string,
  payload: unknown,
  note: (accountId: string) => Promise<boolean>,
): Promise<object | undefined> {
  const accountId = accountInEvent(payload);
  if (accountId === undefined) {
    engine.log(event, { understood: 0 });
    return undefined;
  }
  try {
    engine.log(event, { held: Number(await note(accountId)) });
    return undefined;
  } catch (error) {
    if (!(error instanceof StorageBusyError)) throw error;
    return deliverLater(payload);
  }
}

const event = v.object({ user: v.object({ accountId: v.custom<string>(isAccountId) }) });

/**
 * The account ID of one of Jira's user events: everything else in it, names and time zones among them, ends here. Nothing
 * where it has none that may be kept.
 */
export function accountInEvent(payload: unknown): string | undefined {
  const parsed = v.safeParse(event, payload);
  return parsed.success ? parsed.output.user.accountId : undefined;
}
