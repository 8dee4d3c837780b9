import type { WaitingSetting, WordErases } from '../../contract';
import type { SettingChange } from '../data-sets/audit';
import { MOST_RESTRICTED_A_DAY, type WaitingErasing, type Webhook } from '../data-sets/webhook';
import { toInstant } from '../time';

/** What the webhook's word may erase; nothing where it erases nobody. */
export function wordErasesOf({ erasesAfterDays, mostErasedADay }: Webhook): WordErases | undefined {
  if (erasesAfterDays === undefined || mostErasedADay === undefined) return undefined;
  return { afterDays: erasesAfterDays, mostADay: mostErasedADay };
}

/** What was saved last of that: what waits, where something does. */
export const lastSavedErases = (webhook: Webhook): WordErases | undefined => {
  const [waiting] = webhook.erasesWaiting ?? [];
  return waiting ? { afterDays: waiting.afterDays, mostADay: waiting.mostADay } : wordErasesOf(webhook);
};

/** The row with what its word may erase from now on; nothing waits then. */
export const withErasing = (webhook: Webhook, erases: WordErases | undefined): Webhook => ({
  ...withoutErasing(webhook),
  ...(erases && { erasesAfterDays: erases.afterDays, mostErasedADay: erases.mostADay }),
});

/** The row without what lets the webhook's word erase; what was erased today stays counted. */
export function withoutErasing(webhook: Webhook): Webhook {
  const row = withoutWaiting(webhook);
  delete row.erasesAfterDays;
  delete row.mostErasedADay;
  return row;
}

/** The row without the change that waits. */
export function withoutWaiting(webhook: Webhook): Webhook {
  const row = { ...webhook };
  delete row.erasesWaiting;
  return row;
}

/** The row as it is in force at an instant: what was saved, with the change that waited until then. */
export function webhookInForce(webhook: Webhook, now: Date): Webhook {
  const due = webhook.erasesWaiting?.find(({ from }) => from <= toInstant(now));
  return due ? withErasing(webhook, due) : webhook;
}

/** What the webhook's word may do, by the names of the settings; missing where it may not. */
const valuesOf = ({
  mostRestrictedADay = MOST_RESTRICTED_A_DAY.standard,
  erasesAfterDays,
  mostErasedADay,
}: Webhook): ReadonlyArray<readonly [SettingChange['setting'], number | undefined]> => [
  ['webhookRestricts', mostRestrictedADay],
  ['webhookErasesAfter', erasesAfterDays],
  ['webhookErasesMost', mostErasedADay],
];

/** Which of them changed, from what to what. */
export function webhookChanges(earlier: Webhook, later: Webhook): SettingChange[] {
  const now = new Map(valuesOf(later));
  return valuesOf(earlier).flatMap(([setting, before]) => {
    const after = now.get(setting);
    if (before === after) return [];
    return [{ setting, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
  });
}

/** What a change that waits will change. */
export const waitingChanges = (webhook: Webhook, waiting: readonly WaitingErasing[] = []): SettingChange[] =>
  waiting.flatMap((one) => webhookChanges(webhook, withErasing(webhook, one)));

/** The changes that wait, from what to what. */
export const waitingErasing = (webhook: Webhook): WaitingSetting[] =>
  (webhook.erasesWaiting ?? []).flatMap((one) =>
    waitingChanges(webhook, [one]).map((change) => ({ ...change, from: one.from })),
  );
