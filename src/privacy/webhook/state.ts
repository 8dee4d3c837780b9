import type { Change, Ref } from '../../storage/store';
import {
  MOST_CALLS,
  WEBHOOK,
  WEBHOOK_KEY,
  type ValidKey,
  type Webhook,
  type WebhookCall,
} from '../data-sets/webhook';
import type { Engine } from '../engine';
import { toInstant } from '../time';
import { changeVersioned } from '../versioned';

/** Where the row stands, for who reads it together with other records. */
export const WEBHOOK_REF: Ref<Webhook> = { dataSet: WEBHOOK, key: WEBHOOK_KEY };

export const readWebhook = (engine: Engine): Promise<Webhook | undefined> =>
  engine.store.get(WEBHOOK, WEBHOOK_KEY);

/** Changes the row as `changeVersioned` does. */
export const changeWebhook = (
  engine: Engine,
  change: (present: Webhook) => Omit<Webhook, 'version'> | undefined,
  also: readonly Change[] | ((before: Webhook, after: Webhook) => readonly Change[]) = [],
): Promise<Webhook | undefined> => changeVersioned(engine, WEBHOOK, WEBHOOK_KEY, change, also);

/** Writes the row with other changes, on condition that nobody did so since it was read. */
export const webhookChange = ({ version }: Webhook, row: Webhook): Change => ({
  do: 'set',
  dataSet: WEBHOOK,
  key: WEBHOOK_KEY,
  row: { ...row, version: version + 1 },
  expected: { version },
});

/** The row as it is before the webhook was ever enabled. */
export const firstWebhook = (now: Date): Webhook => ({
  version: 1,
  enabled: false,
  changedAt: toInstant(now),
  keys: [],
  calls: [],
});

/** Keys that are valid now, the newest first. */
export const validKeys = ({ enabled, keys }: Webhook, now: Date): ValidKey[] =>
  enabled ? keys.filter(({ endsAt }) => endsAt === undefined || endsAt > toInstant(now)) : [];

export const withCall = (present: Webhook, call: WebhookCall): Webhook => ({
  ...present,
  calls: [call, ...present.calls].slice(0, MOST_CALLS),
});

/** The row with the call of that instant that was noted as accepted, and was not. */
export function withoutAccepted(present: Webhook, at: string): Webhook | undefined {
  const place = present.calls.findIndex((call) => call.at === at && call.outcome === 'accepted');
  const calls = present.calls.map((call, nth) =>
    nth === place ? { ...call, outcome: 'try-later' as const } : call,
  );
  return place < 0 ? undefined : { ...present, calls };
}

/** The row without what lets the webhook's word erase; what was erased today stays counted. */
export function withoutErasing(present: Webhook): Webhook {
  const { erasesAfterDays, mostErasedADay, ...row } = present;
  return erasesAfterDays === undefined && mostErasedADay === undefined ? present : row;
}
