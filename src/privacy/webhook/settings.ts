import type { Restricting, WordErases } from '../../contract';
import { auditChange } from '../audit';
import type { SettingChange } from '../data-sets/audit';
import { MOST_RESTRICTED_A_DAY, type Webhook } from '../data-sets/webhook';
import type { Engine } from '../engine';
import { Refused } from '../errors';
import { pushOrLog } from '../relay';
import { savedMeanwhile } from '../settings/changes';
import { toDay } from '../time';
import { changeWebhook, readWebhook, withoutErasing } from './state';

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
 * @param was what the form was loaded with
 * @throws Refused where the webhook was never enabled, or somebody else saved another number since
 */
export async function setMostRestricted(engine: Engine, mostADay: number, was: number): Promise<Webhook> {
  const changed = await changeWebhook(
    engine,
    (row) => asWanted(row, withMost(row, was), withMost(row, mostADay)),
    (before, after) => [settingsChanged(engine, changesBetween(before, after))],
  );
  const webhook = changed ?? (await readWebhook(engine));
  if (!webhook) throw isOff();
  await carryOnWaiting(engine);
  return webhook;
}

const withMost = (row: Webhook, mostRestrictedADay: number): Webhook => ({ ...row, mostRestrictedADay });

/** The queue may be busy: then the daily run carries on. */
const carryOnWaiting = (engine: Engine): Promise<void> =>
  pushOrLog(engine, { job: 'announcements' }, 0, 'webhook-waiting-not-queued');

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
function changesBetween(earlier: Webhook, later: Webhook): SettingChange[] {
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
 * @param was what the form was loaded with
 * @throws Refused where the webhook is off, or somebody else saved something else since
 */
export async function setWordErases(
  engine: Engine,
  erases: WordErases | undefined,
  was: WordErases | undefined,
): Promise<Webhook> {
  const changed = await changeWebhook(
    engine,
    (row) => {
      if (!row.enabled) throw isOff();
      return asWanted(row, withErasing(row, was), withErasing(row, erases));
    },
    (before, after) => [settingsChanged(engine, changesBetween(before, after))],
  );
  const webhook = changed ?? (await readWebhook(engine));
  if (!webhook) throw isOff();
  return webhook;
}

const withErasing = (row: Webhook, erases: WordErases | undefined): Webhook => ({
  ...withoutErasing(row),
  ...(erases && asFields(erases)),
});

const isOff = (): Refused =>
  new Refused('CONFLICT', 'The webhook is off. Nothing was changed; enable it first.');

/**
 * The row with what a form wants; nothing where it is so already: by a second click, or before an answer was lost.
 * @param loaded the row with what the form was loaded with
 * @throws Refused where somebody else saved something else since: nothing is overwritten unseen
 */
function asWanted(present: Webhook, loaded: Webhook, wanted: Webhook): Webhook | undefined {
  const changes = changesBetween(present, wanted);
  if (changes.length === 0) return undefined;
  if (changesBetween(present, loaded).length > 0) throw savedMeanwhile(savedFields(changes));
  return wanted;
}

/** For each field of the form that differs: what is saved now. */
const savedFields = (changes: readonly SettingChange[]): Record<string, string> =>
  Object.fromEntries(
    changes.flatMap((change) => {
      const field = FIELDS[change.setting];
      return field === undefined ? [] : [[field, `Somebody saved ${savedNow(change)}.`]];
    }),
  );

/** The fields of the forms, by the names of the settings. */
const FIELDS: Partial<Record<SettingChange['setting'], string>> = {
  webhookRestricts: 'mostADay',
  webhookErasesAfter: 'erases.afterDays',
  webhookErasesMost: 'erases.mostADay',
};

function savedNow({ setting, before }: SettingChange): string {
  if (before === undefined) return 'that it erases nobody';
  return setting === 'webhookErasesAfter'
    ? `${before.toLocaleString('en')} days`
    : `${before.toLocaleString('en')} people a day`;
}
