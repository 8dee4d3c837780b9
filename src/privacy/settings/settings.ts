import type { NoticeLack } from '../../contract';
import type { DataKey } from '../../../words/types';
import type { DataSet } from '../../storage/data-set';
import { PURPOSES, type Purpose } from '../../storage/purposes';
import type { Ref } from '../../storage/store';
import {
  SELF_ERASURES,
  SETTINGS,
  SETTINGS_KEY,
  WAITING_SETTINGS,
  type SelfErasureMode,
  type Settings,
  type WaitingChange,
  type LegalBasis,
} from '../data-sets/settings';
import type { Engine } from '../engine';
import { assertInUse, INSTALLATION_REF } from '../installation';
import { toInstant } from '../time';

/** A period that administrators set, in days. */
interface Period {
  standard: number;
  least: number;
  most: number;
  why: DataKey;
}

/** The period of a data set, where administrators set it. */
export function periodOf({ retention: { days, fixed } }: DataSet): Period | undefined {
  if (days) return days;
  return fixed?.within && { standard: fixed.days, ...fixed.within, why: fixed.why };
}

/** The data sets whose period administrators set. */
export const periodSets = ({ store }: Engine): Array<DataSet & { period: Period }> =>
  store.map.flatMap((set) => {
    const period = periodOf(set);
    return period ? [{ ...set, period }] : [];
  });

/** How often the settings were changed, with each change that came into force by itself. */
export const versionOf = ({ version = 0 }: Settings): number => version;

const STANDARD: Settings = { retentionDays: {} };

/** Where the settings stand, for who reads them together with other records; `settingsOf` takes what is there. */
export const SETTINGS_REF: Ref<Settings> = { dataSet: SETTINGS, key: SETTINGS_KEY };

/** The settings that are in force at an instant: what was saved, with each change that waited until then. */
export function settingsOf(row: Settings = STANDARD, now: Date): Settings {
  const instant = toInstant(now);
  const isDue = ({ setting, from }: WaitingChange) => from <= instant && WAITING_SETTINGS.includes(setting);
  const { waiting = [] } = row;
  const due = waiting.filter(isDue);
  if (due.length === 0) return row;
  // Without a new version, a form that was loaded before would replace unseen what came into force.
  const inForce = { ...due.reduce(carriedOut, row), version: versionOf(row) + due.length };
  return withWaiting(
    inForce,
    waiting.filter((one) => !isDue(one)),
  );
}

/** The settings with these changes waiting, and no others. */
export function withWaiting(settings: Settings, waiting: readonly WaitingChange[]): Settings {
  const next: Settings = { ...settings, waiting: [...waiting] };
  if (waiting.length === 0) delete next.waiting;
  return next;
}

/** What a setting whose changes may wait is to be. */
export type SettingValue = Omit<WaitingChange, 'from'>;

/** The settings with one of them as it is to be. */
export function carriedOut(settings: Settings, { setting, dataSet, days, choice }: SettingValue): Settings {
  if (setting === 'selfErasure') {
    const selfErasure = SELF_ERASURES.find((mode) => mode === choice);
    return { ...settings, ...(selfErasure && { selfErasure }) };
  }
  if (setting === 'keepTotals') return { ...settings, ...(choice && { keepTotals: choice === 'yes' }) };
  if (days === undefined) return settings;
  if (setting === 'removedDays') return { ...settings, removedDays: days };
  if (dataSet === undefined) return settings;
  return { ...settings, retentionDays: { ...settings.retentionDays, [dataSet]: days } };
}

/** The settings in force. */
export const readSettings = async (engine: Engine): Promise<Settings> =>
  settingsOf(await engine.store.get(SETTINGS, SETTINGS_KEY), engine.now());

/** How a person's own wish to have everything deleted is met. */
export const selfErasureOf = ({ selfErasure = 'at-once' }: Settings): SelfErasureMode => selfErasure;

/** The settings, where people may use the store: one read for both. */
export async function readSettingsInUse(engine: Engine): Promise<Settings> {
  const [settings, installation] = await engine.store.getAll([SETTINGS_REF, INSTALLATION_REF]);
  assertInUse(engine, installation);
  return settingsOf(settings, engine.now());
}

/**
 * Days for which records of the data set are kept: what administrators set, held within the limits of the data map, for it or
 * for the data set like which it is kept.
 */
export function retentionDaysOf(set: DataSet, settings: Settings): number | undefined {
  const { like } = set.retention;
  if (like) return retentionDaysOf(like.dataSet, settings);
  const period = periodOf(set);
  if (!period) return undefined;
  const chosen = settings.retentionDays[set.name] ?? period.standard;
  return Math.min(Math.max(chosen, period.least), period.most);
}

/** Days after which somebody who was removed from the site is erased, where administrators set nothing else. */
const STANDARD_REMOVED_DAYS = 30;

/** Days until somebody who was removed is erased; undefined where Atlassian's answer is waited for. */
export function removedDaysOf({ removedDays = STANDARD_REMOVED_DAYS }: Settings): number | undefined {
  return removedDays === 0 ? undefined : removedDays;
}

/** Whether expired time is added to totals. */
export const keepsTotals = ({ keepTotals = false }: Settings): boolean => keepTotals;

/** The legal basis that administrators chose for a purpose, where they did. */
export const basisOf = ({ bases = [] }: Settings, purpose: Purpose): LegalBasis | undefined =>
  bases.find((one) => one.purpose === purpose)?.basis;

/** What the law wants people to be told, and administrators have not chosen. */
export const noticeLacks = (settings: Settings): NoticeLack[] => [
  ...(settings.controllerPage === undefined ? ['controller' as const] : []),
  ...(usedPurposes(settings).some((purpose) => !basisOf(settings, purpose)) ? ['legal-basis' as const] : []),
];

/** The purposes for which data is used under these settings. */
export const usedPurposes = (settings: Settings): Purpose[] =>
  PURPOSES.filter((purpose) => purpose !== 'totals' || keepsTotals(settings));
