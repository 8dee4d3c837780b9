import {
  KEY_SLOTS,
  WEBHOOK,
  WEBHOOK_KEY,
  WEBHOOK_SECRET,
  type KeySlot,
  type ValidKey,
  type Webhook,
} from '../data-sets/webhook';
import { appendAudit } from '../audit';
import { randomKey, randomToken } from '../digest';
import type { Engine } from '../engine';
import { Refused } from '../refused';
import { addDays, toInstant } from '../time';
import { changeWebhook, firstWebhook, readWebhook, validKeys } from './state';
import { isSignedWith, type Signed } from './signature';

/** Days for which the key before is valid beside the new one. */
export const ROTATION_DAYS = 7;

/** A secret as it is shown once, with the row that makes it valid. */
export interface NewKey {
  webhook: Webhook;
  secret: string;
}

/** Turns the webhook on, with a key of its own; nothing from an earlier time counts any more. */
export async function enableWebhook(engine: Engine): Promise<NewKey> {
  await engine.store.putIfAbsent(WEBHOOK, WEBHOOK_KEY, firstWebhook(engine.now()));
  return giveKey(engine, ({ enabled }) => {
    if (enabled)
      throw new Refused('CONFLICT', 'The webhook is on already. Nothing was changed; reload the page.');
    return [];
  });
}

/** Gives a new key; the present one stays valid for some days more, and one before it ends at once. */
export function rotateKey(engine: Engine): Promise<NewKey> {
  return giveKey(engine, (present) => {
    if (!present.enabled) {
      throw new Refused(
        'CONFLICT',
        'The webhook is off, so it has no secret. Nothing was changed; enable it first.',
      );
    }
    const endsAt = toInstant(addDays(engine.now(), ROTATION_DAYS));
    return present.keys.slice(0, 1).map((key) => ({ ...key, endsAt }));
  });
}

/** The secret is stored before the row that makes it valid. */
async function giveKey(engine: Engine, keep: (present: Webhook) => ValidKey[]): Promise<NewKey> {
  const { id, secret } = { id: randomToken(), secret: randomKey() };
  const since = toInstant(engine.now());
  const present = await engine.store.get(WEBHOOK, WEBHOOK_KEY);
  const slot = otherSlot(keep(present ?? firstWebhook(engine.now())));
  await engine.store.put(WEBHOOK_SECRET, slot, { id, key: secret });
  const webhook = await changeWebhook(engine, (row) => {
    const kept = keep(row);
    if (otherSlot(kept) !== slot) throw changedMeanwhile();
    const key: ValidKey = { slot, id, since, minuteFrom: since, calls: 0 };
    return { ...row, enabled: true, changedAt: since, keys: [key, ...kept] };
  });
  if (!webhook) throw changedMeanwhile();
  await appendAudit(engine, { event: 'settings-changed', role: 'administrator' });
  return { webhook, secret };
}

const otherSlot = ([kept]: readonly ValidKey[]): KeySlot =>
  KEY_SLOTS.find((slot) => slot !== kept?.slot) ?? KEY_SLOTS[0];

const changedMeanwhile = (): Refused =>
  new Refused(
    'CONFLICT',
    'Somebody else changed the webhook at the same time, so its secret may not work. Reload the page and make a new one.',
  );

/** Turns the webhook off at once, and writes over its secrets with what nobody was shown. */
export async function disableWebhook(engine: Engine): Promise<Webhook | undefined> {
  const changed = await changeWebhook(engine, (row) =>
    row.enabled ? { ...row, enabled: false, changedAt: toInstant(engine.now()), keys: [] } : undefined,
  );
  if (!changed) return readWebhook(engine);
  for (const slot of KEY_SLOTS) {
    await engine.store.put(WEBHOOK_SECRET, slot, { id: randomToken(), key: randomKey() });
  }
  await appendAudit(engine, { event: 'settings-changed', role: 'administrator' });
  return changed;
}

/** The valid key with which a call was signed. */
export async function keyOfCall(
  engine: Engine,
  webhook: Webhook,
  signed: Signed,
  body: string,
): Promise<ValidKey | undefined> {
  let found: ValidKey | undefined;
  for (const key of validKeys(webhook, engine.now())) {
    const secret = await engine.store.get(WEBHOOK_SECRET, key.slot);
    if (secret?.id === key.id && isSignedWith(secret.key, signed, body)) found ??= key;
  }
  return found;
}
