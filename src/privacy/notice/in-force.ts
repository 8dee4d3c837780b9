import type { DataMap } from '../../storage/data-set';
import type { Purpose } from '../../storage/purposes';
import type { Say } from '../../words';
import type { Settings, LegalBasis } from '../data-sets/settings';
import { WEBHOOK_REF, type Webhook } from '../data-sets/webhook';
import type { Engine } from '../engine';
import {
  SETTINGS_REF,
  settingsOf,
  basisOf,
  keepsTotals,
  removedDaysOf,
  retentionDaysOf,
  selfErasureOf,
  usedPurposes,
} from '../settings/settings';
import { webhookInForce } from '../settings/webhook-erasing';
import { lengthOf } from './words';

/** What administrators decided, as far as the notice depends on it. */
export interface InForce {
  settings: Settings;
  webhook?: Webhook | undefined;
}

/** The rows that the notice depends on, to be read together with others; `inForceOf` takes them in this order. */
export const NOTICE_REFS = [SETTINGS_REF, WEBHOOK_REF] as const;

/** What is in force by these rows. */
export const inForceOf = (
  settings: Settings | undefined,
  webhook: Webhook | undefined,
  now: Date,
): InForce => ({
  settings: settingsOf(settings, now),
  webhook: webhook && webhookInForce(webhook, now),
});

/** Reads what the notice depends on. */
export async function readInForce(engine: Engine): Promise<InForce> {
  const [settings, webhook] = await engine.store.getAll(NOTICE_REFS);
  return inForceOf(settings, webhook, engine.now());
}

/** What the words of the notice depend on, so that they say what is in force and nothing else. */
export interface Facts {
  /** How long what people enter is kept, in the language of the notice: `3 years`. */
  period: string;
  /** Deleting everything waits for an administrator. */
  approval: boolean;
  /** After how many days people who left are deleted; missing if the app waits for Atlassian’s answer. */
  removedDays: number | undefined;
  totals: boolean;
  /** Systems of the organisation may report closed accounts and pass on requests. */
  webhook: boolean;
  webhookErasesAfter: number | undefined;
  /** The organisation names a page of its own. */
  page: boolean;
  /** In the order of the list of purposes. */
  uses: ReadonlyArray<{ purpose: Purpose; basis: LegalBasis | undefined }>;
}

/** The facts of what is in force, said in the language of the notice. */
export function factsOf(map: DataMap, { settings, webhook }: InForce, say: Say): Facts {
  const entered = map.find((set) => set.usedFor?.includes('time-recording') && set.retention.days);
  const days = entered && retentionDaysOf(entered, settings);
  const enabled = webhook?.enabled === true;
  return {
    period: lengthOf(days ?? 0, say),
    approval: selfErasureOf(settings) === 'after-approval',
    removedDays: removedDaysOf(settings),
    totals: keepsTotals(settings),
    webhook: enabled,
    webhookErasesAfter: enabled ? webhook.erasesAfterDays : undefined,
    page: settings.controllerPage !== undefined,
    uses: usedPurposes(settings).map((purpose) => ({ purpose, basis: basisOf(settings, purpose) })),
  };
}

/** Whether people may object to any purpose by law (GDPR art. 21). */
export const restsOnInterests = ({ uses }: Facts): boolean =>
  uses.some(({ basis }) => basis === 'legitimate-interest' || basis === 'public-task');
