import type { Ref } from '../../storage/store';
import type { Settings } from '../data-sets/settings';
import { WEBHOOK, WEBHOOK_KEY, type Webhook } from '../data-sets/webhook';
import type { Engine } from '../engine';
import { SETTINGS_REF, settingsOf } from '../settings/settings';

/** What administrators decided, as far as the notice depends on it. */
export interface InForce {
  settings: Settings;
  webhook?: Webhook | undefined;
}

const WEBHOOK_REF: Ref<Webhook> = { dataSet: WEBHOOK, key: WEBHOOK_KEY };

/** The rows on which the notice depends, for who reads them with others; `inForceOf` takes them in this order. */
export const NOTICE_REFS = [SETTINGS_REF, WEBHOOK_REF] as const;

export const inForceOf = (
  settings: Settings | undefined,
  webhook: Webhook | undefined,
  now: Date,
): InForce => ({ settings: settingsOf(settings, now), webhook });

export async function readInForce(engine: Engine): Promise<InForce> {
  const [settings, webhook] = await engine.store.getAll(NOTICE_REFS);
  return inForceOf(settings, webhook, engine.now());
}
