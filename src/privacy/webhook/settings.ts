import type { Restricting, Said, SetWebhookErasing } from '../../contract';
import type { Change } from '../../storage/store';
import { auditChange } from '../audit';
import type { SettingChange } from '../data-sets/audit';
import { MOST_RESTRICTED_A_DAY, type Webhook } from '../data-sets/webhook';
import type { Engine } from '../engine';
import { Refused } from '../errors';
import { pushOrLog } from '../relay';
import { savedMeanwhile } from '../settings/changes';
import { erasesMore } from '../settings/erases-more';
import { waitsNoMore, waitsUntil } from '../settings/waiting';
import {
  lastSavedErases,
  waitingChanges,
  webhookChanges,
  withErasing,
  withoutWaiting,
} from '../settings/webhook-erasing';
import { toDay } from '../time';
import { changeWebhook, readWebhook } from './state';

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
    (row) => asWanted(row, withMost(row, mostADay), isAlike(row, withMost(row, was))),
    (before, after) => [settingsChanged(engine, webhookChanges(before, after))],
  );
  const webhook = changed ?? (await present(engine));
  await carryOnWaiting(engine);
  return webhook;
}

const withMost = (row: Webhook, mostRestrictedADay: number): Webhook => ({ ...row, mostRestrictedADay });

/** The queue may be busy: then the daily run carries on. */
const carryOnWaiting = (engine: Engine): Promise<void> =>
  pushOrLog(engine, { job: 'announcements' }, 0, 'webhook-waiting-not-queued');

/** The line of the audit log for changes of the webhook's settings. */
export const settingsChanged = (engine: Engine, changes: SettingChange[]) =>
  auditChange(engine.now(), { event: 'settings-changed', role: 'administrator', changes });

/**
 * Sets what the webhook's word may erase; without `erases` nothing, as it is before anybody sets it. What erases more than
 * before waits a day, and a change that does not takes the place of one that waits.
 * @throws Refused where the webhook is off, somebody else saved something else since, or what waited is in force
 */
export async function setWordErases(
  engine: Engine,
  { erases, was, waited = false }: SetWebhookErasing,
): Promise<Webhook> {
  const changed = await changeWebhook(
    engine,
    (row) => {
      if (!row.enabled) throw isOff();
      const saved = withErasing(row, lastSavedErases(row));
      const wanted = withErasing(row, erases);
      const changes = webhookChanges(row, wanted);
      const isAsLoaded =
        (row.erasesWaiting !== undefined) === waited && isAlike(saved, withErasing(row, was));
      if (changes.length === 0 || !asWanted(saved, wanted, isAsLoaded)) return undefined;
      if (!erases || !changes.some(erasesMore)) return wanted;
      return { ...row, erasesWaiting: [{ ...erases, from: waitsUntil(engine.now()) }] };
    },
    (before, after) => erasingLines(engine, before, after),
  );
  return changed ?? present(engine);
}

/**
 * Takes back a change that waits.
 * @throws Refused where it waits no more
 */
export async function takeBackErasing(engine: Engine): Promise<Webhook> {
  let waited = false;
  const changed = await changeWebhook(
    engine,
    (row) => {
      // A plan that is made again after a lost answer finds its own work done.
      waited ||= row.erasesWaiting !== undefined;
      return row.erasesWaiting ? withoutWaiting(row) : undefined;
    },
    (before, after) => erasingLines(engine, before, after),
  );
  if (!waited) throw waitsNoMore();
  return changed ?? present(engine);
}

async function present(engine: Engine): Promise<Webhook> {
  const webhook = await readWebhook(engine);
  if (!webhook) throw isOff();
  return webhook;
}

/** A line for each thing done: what is in force at once, what waits, and what no longer waits. */
function erasingLines(engine: Engine, before: Webhook, after: Webhook): Change[] {
  const { erasesWaiting: waited } = before;
  const { erasesWaiting: waits } = after;
  const lines = [
    ['settings-changed', webhookChanges(before, after)],
    ['settings-change-waits', waitingChanges(before, waits)],
    ['settings-change-taken-back', waitingChanges(before, waited)],
  ] as const;
  return lines
    .filter(([, changes]) => changes.length > 0)
    .map(([event, changes]) => auditChange(engine.now(), { event, role: 'administrator', changes }));
}

const isOff = (): Refused => new Refused('CONFLICT', 'refused-admin.webhook-off');

/**
 * The row with what a form wants; nothing where it is so already: by a second click, or before an answer was lost.
 * @param isAsLoaded whether the form was loaded with the same
 * @throws Refused where it was not: nothing is overwritten unseen
 */
function asWanted(present: Webhook, wanted: Webhook, isAsLoaded: boolean): Webhook | undefined {
  const changes = webhookChanges(present, wanted);
  if (changes.length === 0) return undefined;
  if (!isAsLoaded) throw savedMeanwhile(savedFields(changes));
  return wanted;
}

const isAlike = (one: Webhook, other: Webhook): boolean => webhookChanges(one, other).length === 0;

/** For each field of the form that differs: what is saved now. */
const savedFields = (changes: readonly SettingChange[]): Record<string, Said> =>
  Object.fromEntries(
    changes.flatMap((change): Array<[string, Said]> => {
      const field = FIELDS[change.setting];
      return field === undefined ? [] : [[field, savedNow(change)]];
    }),
  );

/** The fields of the forms, by the names of the settings. */
const FIELDS: Partial<Record<SettingChange['setting'], string>> = {
  webhookRestricts: 'mostADay',
  webhookErasesAfter: 'erases.afterDays',
  webhookErasesMost: 'erases.mostADay',
};

function savedNow({ setting, before: count }: SettingChange): Said {
  if (count === undefined) return { key: 'refused-admin.saved-nobody' };
  const what = setting === 'webhookErasesAfter' ? 'days' : 'people';
  return { key: `refused-admin.saved-${what}`, values: { count } };
}
