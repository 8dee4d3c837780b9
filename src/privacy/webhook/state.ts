import { StorageRefusedError } from '../../storage/failures';
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

const MOST_ATTEMPTS = 6;
const PAUSE_MS = 30;

export const readWebhook = (engine: Engine): Promise<Webhook | undefined> =>
  engine.store.get(WEBHOOK, WEBHOOK_KEY);

/**
 * Changes the row, on condition that nobody did so meanwhile; `change` is asked again with what is there then, and gives
 * nothing where there is nothing to change.
 * @throws StorageRefusedError where others were always faster
 */
export async function changeWebhook(
  engine: Engine,
  change: (present: Webhook) => Omit<Webhook, 'version'> | undefined,
): Promise<Webhook | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    const present = await readWebhook(engine);
    const changed = present && change(present);
    if (!changed) return undefined;
    const row: Webhook = { ...changed, version: present.version + 1 };
    try {
      const expected = { version: present.version };
      await engine.store.transact([{ do: 'set', dataSet: WEBHOOK, key: WEBHOOK_KEY, row, expected }]);
      return row;
    } catch (error) {
      if (!(error instanceof StorageRefusedError) || attempt === MOST_ATTEMPTS) throw error;
      await engine.pause(PAUSE_MS * attempt * Math.random());
    }
  }
}

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
