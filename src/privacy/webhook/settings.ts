import type { Restricting } from '../../contract';
import { MOST_RESTRICTED_A_DAY, type Webhook } from '../data-sets/webhook';
import type { Engine } from '../engine';
import { Refused } from '../errors';
import { toDay } from '../time';
import { settingsChanged } from './keys';
import { changesBetween } from './setting-changes';
import { changeWebhook } from './state';

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
