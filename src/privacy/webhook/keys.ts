import type { SettingChange } from '../data-sets/audit';
import {
  WEBHOOK,
  WEBHOOK_KEY,
  WEBHOOK_SECRET,
  WEBHOOK_SECRET_KEY,
  type ValidKey,
  type Webhook,
} from '../data-sets/webhook';
import { keyedDigest, randomKey, randomToken } from '../digest';
import type { Engine } from '../engine';
import { Refused } from '../errors';
import { persistently } from '../persistently';
import { webhookChanges, withoutErasing } from '../settings/webhook-erasing';
import { addDays, toInstant } from '../time';
import { settingsChanged } from './settings';
import { isSignedWith, type Signed } from './signature';
import { changeWebhook, firstWebhook, readWebhook, validKeys } from './state';

/** Days for which the key before is valid beside the new one. */
const ROTATION_DAYS = 7;

/** A secret as it is shown once, with the row that makes it valid. */
interface NewKey {
  webhook: Webhook;
  secret: string;
}

/** Turns the webhook on, with a key of its own; nothing from an earlier time counts any more. */
export async function enableWebhook(engine: Engine): Promise<NewKey> {
  await engine.store.putIfAbsent(WEBHOOK, WEBHOOK_KEY, firstWebhook(engine.now()));
  await engine.store.putIfAbsent(WEBHOOK_SECRET, WEBHOOK_SECRET_KEY, { key: randomKey() });
  return giveKey(engine, ({ enabled }) => {
    if (enabled) throw new Refused('CONFLICT', 'refused-admin.webhook-on');
    return [];
  });
}

/**
 * Gives a new key; the present one stays valid for some days more, and one before it ends at once. Of two who do so at
 * the same time, one is refused and changes nothing.
 */
export async function rotateKey(engine: Engine): Promise<NewKey> {
  const seen = await readWebhook(engine);
  return giveKey(engine, (present) => {
    if (!present.enabled) {
      throw new Refused('CONFLICT', 'refused-admin.webhook-off');
    }
    if (present.keys[0]?.id !== seen?.keys[0]?.id) throw changedMeanwhile();
    const endsAt = toInstant(addDays(engine.now(), ROTATION_DAYS));
    return present.keys.slice(0, 1).map((key) => ({ ...key, endsAt }));
  });
}

/** What is stored makes a key of the ID that the row lists: it is read after the row was won, so it is the one that counts. */
async function giveKey(engine: Engine, keep: (present: Webhook) => ValidKey[]): Promise<NewKey> {
  const id = randomToken();
  const since = toInstant(engine.now());
  const isMade = ({ keys }: Webhook): boolean => keys[0]?.id === id;
  const change = (row: Webhook): Webhook | undefined => {
    if (isMade(row)) return undefined;
    const key: ValidKey = { id, since, minuteFrom: since, calls: 0 };
    return { ...row, enabled: true, changedAt: since, keys: [key, ...keep(row)] };
  };
  const changed = await changeWebhook(engine, change, (before, after) => [
    settingsChanged(engine, keyChanges(before, after)),
  ]);
  const webhook = changed ?? (await persistently(engine, () => readWebhook(engine)));
  const stored = await persistently(engine, () => engine.store.get(WEBHOOK_SECRET, WEBHOOK_SECRET_KEY));
  if (!stored || !webhook || !isMade(webhook)) throw changedMeanwhile();
  return { webhook, secret: keyOf(stored.key, id) };
}

/** What a new key, or none any more, changed: whether the webhook is on, with what goes with that, or its secret alone. */
function keyChanges(before: Webhook, after: Webhook): SettingChange[] {
  if (before.enabled === after.enabled) return [{ setting: 'webhookSecret', was: 'no', is: 'yes' }];
  const [was, is] = after.enabled ? (['no', 'yes'] as const) : (['yes', 'no'] as const);
  return [{ setting: 'webhook', was, is }, ...webhookChanges(before, after)];
}

const keyOf = (stored: string, id: string): string => keyedDigest(stored, `webhook-key ${id}`);

const changedMeanwhile = (): Refused => new Refused('CONFLICT', 'refused-admin.webhook-changed');

/**
 * Turns the webhook off at once, with what its word may do. The secret is overwritten before, so that whoever enables it
 * right afterwards is shown a key of the new one.
 */
export async function disableWebhook(engine: Engine): Promise<Webhook | undefined> {
  const present = await readWebhook(engine);
  if (!present?.enabled) return present;
  await engine.store.put(WEBHOOK_SECRET, WEBHOOK_SECRET_KEY, { key: randomKey() });
  const changed = await changeWebhook(
    engine,
    (row) =>
      row.enabled
        ? { ...withoutErasing(row), enabled: false, changedAt: toInstant(engine.now()), keys: [] }
        : undefined,
    (before, after) => [settingsChanged(engine, keyChanges(before, after))],
  );
  return changed ?? readWebhook(engine);
}

/** The valid key with which a call was signed. */
export async function keyOfCall(
  engine: Engine,
  webhook: Webhook,
  signed: Signed,
  body: string,
): Promise<ValidKey | undefined> {
  const keys = validKeys(webhook, engine.now());
  const stored = keys.length > 0 ? await engine.store.get(WEBHOOK_SECRET, WEBHOOK_SECRET_KEY) : undefined;
  if (!stored) return undefined;
  return keys.filter(({ id }) => isSignedWith(keyOf(stored.key, id), signed, body))[0];
}
