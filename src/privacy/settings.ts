import type { NoticeLack } from '../contract';
import type { DataSet } from '../storage/data-set';
import { PURPOSES, type Purpose } from '../storage/purposes';
import type { Ref } from '../storage/store';
import type { LegalBasis } from './data-sets/legal-bases';
import { SETTINGS, SETTINGS_KEY, type SelfErasureMode, type Settings } from './data-sets/settings';
import type { Engine } from './engine';
import { assertInUse, INSTALLATION_REF } from './installation';

type PeriodSet = DataSet & { retention: { days: NonNullable<DataSet['retention']['days']> } };

/** The data sets whose period administrators set. */
export const periodSets = (engine: Engine): PeriodSet[] =>
  engine.store.map.filter((set): set is PeriodSet => set.retention.days !== undefined);

/** How often the settings were changed. */
export const versionOf = ({ version = 0 }: Settings): number => version;

const STANDARD: Settings = { retentionDays: {} };

/** Where the settings stand, for who reads them together with other records; `settingsOf` takes what is there. */
export const SETTINGS_REF: Ref<Settings> = { dataSet: SETTINGS, key: SETTINGS_KEY };

export const settingsOf = (row: Settings | undefined): Settings => row ?? STANDARD;

export const readSettings = async (engine: Engine): Promise<Settings> =>
  settingsOf(await engine.store.get(SETTINGS, SETTINGS_KEY));

export const selfErasureOf = ({ selfErasure = 'at-once' }: Settings): SelfErasureMode => selfErasure;

/** The settings, where people may use the store: one read for both. */
export async function readSettingsInUse(engine: Engine): Promise<Settings> {
  const [settings, installation] = await engine.store.getAll([SETTINGS_REF, INSTALLATION_REF]);
  assertInUse(engine, installation);
  return settingsOf(settings);
}

/** Days for which records of the data set are kept: what administrators set, held within the limits of the data map. */
export function retentionDaysOf(set: DataSet, settings: Settings): number | undefined {
  const { days } = set.retention;
  if (!days) return undefined;
  const chosen = settings.retentionDays[set.name] ?? days.standard;
  return Math.min(Math.max(chosen, days.least), days.most);
}

/** Days after which somebody who was removed from the site is erased, where administrators set nothing else. */
const STANDARD_REMOVED_DAYS = 30;

/** Days until somebody who was removed is erased; undefined where Atlassian's answer is waited for. */
export function removedDaysOf({ removedDays = STANDARD_REMOVED_DAYS }: Settings): number | undefined {
  return removedDays === 0 ? undefined : removedDays;
}

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
