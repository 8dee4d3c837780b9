import type { SettingsView } from '../contract';
import type { DataSet } from '../storage/data-set';
import { totalsKept } from './anonymising/kept';
import { keepsTotals } from './anonymising/totals';
import { auditChange } from './audit';
import { SETTINGS, SETTINGS_KEY, type SelfErasureMode, type Settings } from './data-sets/settings';
import type { Engine } from './engine';
import { Refused } from './refused';
import { removedDaysOf } from './reporting/removed';
import { readSettings, retentionDaysOf, selfErasureOf } from './settings';

export interface SettingsToSave {
  retentionDays: Readonly<Record<string, number>>;
  selfErasure: SelfErasureMode;
  removedDays: number;
  keepTotals?: boolean | undefined;
}

type PeriodSet = DataSet & { retention: { days: NonNullable<DataSet['retention']['days']> } };

/** The data sets whose period administrators set. */
export const periodSets = (engine: Engine): PeriodSet[] =>
  engine.store.map.filter((set): set is PeriodSet => set.retention.days !== undefined);

const MOST_REMOVED_DAYS = 365;

/** The settings in force, with what may be chosen. */
export async function settingsView(engine: Engine, settings: Settings): Promise<SettingsView> {
  return {
    retention: periodSets(engine).map((set) => {
      const { standard, least, most } = set.retention.days;
      const days = retentionDaysOf(set, settings) ?? standard;
      return { dataSet: set.name, title: set.title, what: set.what, days, standard, least, most };
    }),
    selfErasure: selfErasureOf(settings),
    removedDays: removedDaysOf(settings) ?? 0,
    keepTotals: keepsTotals(settings),
    totals: keepsTotals(settings) ? await totalsKept(engine) : [],
  };
}

/**
 * Saves settings, with a line in the audit log. What is not given stays as it is.
 * @throws Refused naming each field that is outside the limits of the data map; nothing is saved then
 */
export async function saveSettings(engine: Engine, wanted: SettingsToSave): Promise<Settings> {
  const { removedDays, selfErasure, keepTotals } = wanted;
  assertFields({
    ...wrongPeriods(engine, wanted.retentionDays),
    ...(!isWithin(removedDays, 0, MOST_REMOVED_DAYS) && { removedDays: limits(0, MOST_REMOVED_DAYS) }),
  });
  const present = await readSettings(engine);
  const retentionDays = { ...present.retentionDays, ...wanted.retentionDays };
  const choice = keepTotals === undefined ? {} : { keepTotals };
  const row: Settings = { ...present, retentionDays, selfErasure, removedDays, ...choice };
  await engine.store.transact([
    { do: 'set', dataSet: SETTINGS, key: SETTINGS_KEY, row, expected: 'plain' },
    auditChange(engine.now(), { event: 'settings-changed', role: 'administrator' }),
  ]);
  if (keepsTotals(present) && !keepsTotals(row)) await handOverTotals(engine);
  return row;
}

/** The queue may be busy: then the daily run deletes them. */
async function handOverTotals(engine: Engine): Promise<void> {
  try {
    await engine.queue.push({ job: 'totals' }, 0);
  } catch {
    engine.log('totals-not-queued');
  }
}

/** The settings as they would be with these periods. @throws Refused as `saveSettings` does */
export function withPeriods(
  engine: Engine,
  settings: Settings,
  days: Readonly<Record<string, number>>,
): Settings {
  assertFields(wrongPeriods(engine, days));
  return { ...settings, retentionDays: { ...settings.retentionDays, ...days } };
}

function wrongPeriods(engine: Engine, days: Readonly<Record<string, number>>): Record<string, string> {
  const sets = new Map(periodSets(engine).map((set) => [set.name, set.retention.days]));
  const wrong = Object.entries(days).flatMap(([name, chosen]) => {
    const allowed = sets.get(name);
    // A name that the data map does not have is input, too, and is not repeated.
    if (!allowed) return [['retentionDays', 'Give periods of kinds of records that have one.']];
    const { least, most } = allowed;
    return isWithin(chosen, least, most) ? [] : [[`retentionDays.${name}`, limits(least, most)]];
  });
  return Object.fromEntries(wrong) as Record<string, string>;
}

const isWithin = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

const limits = (least: number, most: number): string =>
  `Give a whole number of days from ${least} to ${most}.`;

function assertFields(fields: Record<string, string>): void {
  if (Object.keys(fields).length === 0) return;
  const message = 'A setting is outside its limits. Nothing was saved; correct it and try again.';
  throw new Refused('INVALID', message, fields);
}
