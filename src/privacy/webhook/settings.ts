import type { Restricting, WordErases } from '../../contract';
import { auditChange } from '../audit';
import type { SettingChange } from '../data-sets/audit';
import { MOST_RESTRICTED_A_DAY, type Webhook } from '../data-sets/webhook';
import type { Engine } from '../engine';
import { Refused } from '../errors';
import { toDay } from '../time';
import { changeWebhook, withoutErasing } from './state';

/** How many people its word may restrict on one day, and how many it restricted today. */
export function restrictingOf(webhook: Webhook | undefined, now: Date): Restricting {
  return {
    mostADay: webhook?.mostRestrictedADay ?? MOST_RESTRICTED_A_DAY.standard,
    today: webhook?.restrictedOn === toDay(now) ? (webhook.restrictedCount ?? 0) : 0,
  };
}

/** The row with one person more counted for today; nothing where that is one too many. */
export function withOneRestricted(webhook: Webhook, now: Date): Webhook | undefined {
  const { mostADay, today } = restrictingOf(webhook, now);
  if (today >= mostADay) return undefined;
  return { ...webhook, restrictedOn: toDay(now), restrictedCount: today + 1 };
}

/**
 * Sets how many people its word may restrict on one day, and has what waited for that carried out.
 * @throws Refused where the webhook was never enabled
 */
export async function setMostRestricted(engine: Engine, mostADay: number): Promise<Webhook> {
  const changed = await changeWebhook(
    engine,
    (row) => ({ ...row, mostRestrictedADay: mostADay }),
    (before, after) => [settingsChanged(engine, changesBetween(before, after))],
  );
  if (!changed) throw new Refused('CONFLICT', 'The webhook is off. Nothing was changed; enable it first.');
  await carryOnWaiting(engine);
  return changed;
}

/** The queue may be busy: then the daily run carries on. */
async function carryOnWaiting(engine: Engine): Promise<void> {
  try {
    await engine.queue.push({ job: 'announcements' }, 0);
  } catch {
    engine.log('webhook-waiting-not-queued');
  }
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
export function changesBetween(earlier: Webhook, later: Webhook): SettingChange[] {
  const now = new Map(valuesOf(later));
  return valuesOf(earlier).flatMap(([setting, before]) => {
    const after = now.get(setting);
    if (before === after) return [];
    return [{ setting, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
  });
}

export const settingsChanged = (engine: Engine, changes: SettingChange[] = []) =>
  auditChange(engine.now(), {
    event: 'settings-changed',
    role: 'administrator',
    ...(changes.length > 0 && { changes }),
  });

export function wordErasesOf({ erasesAfterDays, mostErasedADay }: Webhook): WordErases | undefined {
  if (erasesAfterDays === undefined || mostErasedADay === undefined) return undefined;
  return { afterDays: erasesAfterDays, mostADay: mostErasedADay };
}

const asFields = ({ afterDays, mostADay }: WordErases): Partial<Webhook> => ({
  erasesAfterDays: afterDays,
  mostErasedADay: mostADay,
});

/**
 * Sets what the webhook's word may do; without `erases` it erases nothing, as it is before anybody sets it.
 * @throws Refused where the webhook is off
 */
export async function setWordErases(engine: Engine, erases: WordErases | undefined): Promise<Webhook> {
  const changed = await changeWebhook(
    engine,
    (row) => (row.enabled ? { ...withoutErasing(row), ...(erases && asFields(erases)) } : undefined),
    (before, after) => [settingsChanged(engine, changesBetween(before, after))],
  );
  if (changed) return changed;
  throw new Refused('CONFLICT', 'The webhook is off. Nothing was changed; enable it first.');
}
