import type { Change } from '../../storage/store';
import { auditChange } from '../audit';
import {
  MOST_CALLS,
  WEBHOOK,
  WEBHOOK_KEY,
  type ValidKey,
  type Webhook,
  type WebhookCall,
} from '../data-sets/webhook';
import type { Engine } from '../engine';
import { webhookChanges, webhookInForce } from '../settings/webhook-erasing';
import { toInstant } from '../time';
import { changeVersioned } from '../versioned';

/** The row as it is in force. */
export async function readWebhook(engine: Engine): Promise<Webhook | undefined> {
  const row = await engine.store.get(WEBHOOK, WEBHOOK_KEY);
  return row && webhookInForce(row, engine.now());
}

/** Changes the row, as it is in force, as `changeVersioned` does; a line says what has come into force since. */
export const changeWebhook = (
  engine: Engine,
  change: (present: Webhook) => Omit<Webhook, 'version'> | undefined,
  also: readonly Change[] | ((before: Webhook, after: Webhook) => readonly Change[]) = [],
): Promise<Webhook | undefined> =>
  changeVersioned(
    engine,
    WEBHOOK,
    WEBHOOK_KEY,
    (row) => change(webhookInForce(row, engine.now())),
    (row, after) => {
      const before = webhookInForce(row, engine.now());
      const cameIntoForce = webhookChanges(row, before);
      const others = typeof also === 'function' ? also(before, after) : also;
      if (cameIntoForce.length === 0) return others;
      const line = { event: 'settings-changed', role: 'system', changes: cameIntoForce } as const;
      return [...others, auditChange(engine.now(), line)];
    },
  );

/** Writes down that a change has come into force since; whoever reads the row goes by it already. */
export async function noteErasingInForce(engine: Engine): Promise<void> {
  const row = await engine.store.get(WEBHOOK, WEBHOOK_KEY);
  if (row && webhookInForce(row, engine.now()) !== row) await changeWebhook(engine, (present) => present);
}

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

/** The row with one more call in its list of the last ones. */
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
