import type { Said, SaidKey, SettingsView } from '../../contract';
import { PURPOSES } from '../../storage/purposes';
import {
  BASES_OF,
  type ChosenBasis,
  type SelfErasureMode,
  type Settings,
  type LegalBasis,
} from '../data-sets/settings';
import type { Engine } from '../engine';
import { Refused } from '../errors';
import {
  basisOf,
  keepsTotals,
  periodSets,
  removedDaysOf,
  retentionDaysOf,
  selfErasureOf,
  versionOf,
} from './settings';
import { savedMeanwhile, savedNow } from './changes';
import { changeSettings, waitingOf } from './waiting';

interface SettingsToSave {
  /** Of the settings that the form was loaded with. */
  version: number;
  retentionDays: Readonly<Record<string, number>>;
  selfErasure: SelfErasureMode;
  removedDays: number;
  keepTotals?: boolean | undefined;
  /** ID of a work item that the administrator may see, or `none`. */
  controllerPage?: string | undefined;
  /** By purpose. */
  bases?: Readonly<Record<string, LegalBasis | 'not-chosen'>> | undefined;
}

const MOST_REMOVED_DAYS = 365;

/** A field of the form, with what is to be corrected there. */
type Wrong = [field: string, says: SaidKey | Said];
type Fields = Record<string, SaidKey | Said>;

/** The settings in force, with what may be chosen; what is kept in totals is told by `totalsKept`. */
export function settingsView(engine: Engine, settings: Settings): Omit<SettingsView, 'totals'> {
  return {
    version: versionOf(settings),
    retention: periodSets(engine).map((set) => {
      const days = retentionDaysOf(set, settings) ?? set.period.standard;
      const { standard, least, most, why } = set.period;
      return { dataSet: set.name, title: set.title, days, standard, least, most, why };
    }),
    selfErasure: selfErasureOf(settings),
    removedDays: removedDaysOf(settings) ?? 0,
    keepTotals: keepsTotals(settings),
    waiting: waitingOf(engine, settings),
    controllerPage: settings.controllerPage ?? null,
    bases: PURPOSES.map((purpose) => ({
      purpose,
      basis: basisOf(settings, purpose) ?? null,
      allowed: [...BASES_OF[purpose]],
    })),
  };
}

/**
 * Saves settings, with a line in the audit log that says what changed. What is not given stays as it is.
 * @throws Refused naming each field that is outside the limits of the data map, or that somebody else has saved since the
 * form was loaded; nothing is saved then
 */
export async function saveSettings(engine: Engine, wanted: SettingsToSave): Promise<Settings> {
  const { removedDays, retentionDays } = wanted;
  assertFields({
    ...wrongPeriods(engine, retentionDays),
    ...(!isWithin(removedDays, 0, MOST_REMOVED_DAYS) && { removedDays: limits(0, MOST_REMOVED_DAYS) }),
    ...wrongBases(wanted.bases),
  });
  const { after } = await changeSettings(
    engine,
    (present) => withWanted(present, wanted),
    (present, changes) => {
      if (changes.length > 0 && versionOf(present) !== wanted.version)
        throw savedMeanwhile(savedNow(changes));
    },
  );
  return after;
}

function withWanted(before: Settings, wanted: SettingsToSave): Settings {
  const { selfErasure, removedDays, keepTotals, controllerPage, bases } = wanted;
  const { controllerPage: page = 'none', ...others } = before;
  const pageNow = controllerPage ?? page;
  return {
    ...others,
    retentionDays: { ...before.retentionDays, ...wanted.retentionDays },
    selfErasure,
    removedDays,
    ...(keepTotals !== undefined && { keepTotals }),
    ...(pageNow !== 'none' && { controllerPage: pageNow }),
    ...(bases && { bases: withBases(before, bases) }),
  };
}

const withBases = (before: Settings, wanted: NonNullable<SettingsToSave['bases']>): ChosenBasis[] =>
  PURPOSES.flatMap((purpose) => {
    const basis = wanted[purpose] ?? basisOf(before, purpose) ?? 'not-chosen';
    return basis === 'not-chosen' ? [] : [{ purpose, basis }];
  });

/** The settings as they would be with these periods. @throws Refused as `saveSettings` does */
export function withPeriods(
  engine: Engine,
  settings: Settings,
  days: Readonly<Record<string, number>>,
): Settings {
  assertFields(wrongPeriods(engine, days));
  return { ...settings, retentionDays: { ...settings.retentionDays, ...days } };
}

function wrongPeriods(engine: Engine, days: Readonly<Record<string, number>>): Fields {
  const sets = new Map(periodSets(engine).map((set) => [set.name, set.period]));
  const wrong = Object.entries(days).flatMap(([name, chosen]): Wrong[] => {
    const allowed = sets.get(name);
    // A name that the data map does not have is input, too, and is not repeated.
    if (!allowed) return [['retentionDays', 'refused.not-as-expected']];
    const { least, most } = allowed;
    return isWithin(chosen, least, most) ? [] : [[`retentionDays.${name}`, limits(least, most)]];
  });
  return Object.fromEntries(wrong);
}

function wrongBases(bases: SettingsToSave['bases'] = {}): Fields {
  const wrong = Object.entries(bases).flatMap(([name, basis]): Wrong[] => {
    const purpose = PURPOSES.find((known) => known === name);
    // A name that is no purpose is input, too, and is not repeated.
    if (!purpose) return [['bases', 'refused.not-as-expected']];
    if (basis === 'not-chosen' || BASES_OF[purpose].includes(basis)) return [];
    return [[`basis.${purpose}`, 'refused.choose']];
  });
  return Object.fromEntries(wrong);
}

const isWithin = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

const limits = (least: number, most: number): Said => ({
  key: 'refused-admin.whole-number',
  values: { least, most },
});

function assertFields(fields: Fields): void {
  if (Object.keys(fields).length === 0) return;
  throw new Refused('INVALID', 'refused.correct-form', fields);
}
