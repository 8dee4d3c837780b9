import { keepsTotals } from './retention/totals';
import type { SettingChange, SettingChoice } from './data-sets/audit';
import type { Settings } from './data-sets/settings';
import type { Engine } from './engine';
import { removedDaysOf } from './restriction/removal';
import { periodSets, retentionDaysOf, selfErasureOf } from './settings';
import { inDays } from './time';

/** A setting as it is in force: a number of days or a choice. */
type Value = { setting: SettingChange['setting']; dataSet?: string } & (
  { days: number } | { choice: SettingChoice }
);

function valuesOf(engine: Engine, settings: Settings): Value[] {
  return [
    ...periodSets(engine).map((set): Value => {
      const days = retentionDaysOf(set, settings) ?? set.retention.days.standard;
      return { setting: 'retentionDays', dataSet: set.name, days };
    }),
    { setting: 'selfErasure', choice: selfErasureOf(settings) },
    { setting: 'removedDays', days: removedDaysOf(settings) ?? 0 },
    { setting: 'keepTotals', choice: keepsTotals(settings) ? 'yes' : 'no' },
  ];
}

/** What differs between two states of the settings, as it is in force: from what to what. */
export function changesBetween(engine: Engine, before: Settings, after: Settings): SettingChange[] {
  const later = valuesOf(engine, after);
  return valuesOf(engine, before).flatMap((value, at) => {
    const next = later[at];
    return next ? changeOf(value, next) : [];
  });
}

function changeOf(from: Value, to: Value): SettingChange[] {
  const { setting, dataSet } = from;
  const which = { setting, ...(dataSet !== undefined && { dataSet }) };
  if ('days' in from && 'days' in to && from.days !== to.days)
    return [{ ...which, before: from.days, after: to.days }];
  if ('choice' in from && 'choice' in to && from.choice !== to.choice)
    return [{ ...which, was: from.choice, is: to.choice }];
  return [];
}

/** For each field of the form that differs: what is saved now. */
export const savedNow = (changes: readonly SettingChange[]): Record<string, string> =>
  Object.fromEntries(
    changes.map(({ setting, dataSet, before, was }) => [
      dataSet === undefined ? setting : `${setting}.${dataSet}`,
      `Another administrator saved ${before === undefined ? CHOICE_WORDS[was ?? 'no'] : inDays(before)}.`,
    ]),
  );

const CHOICE_WORDS: Record<SettingChoice, string> = {
  'at-once': '“at once”',
  'after-approval': '“after an administrator’s approval”',
  yes: '“yes”',
  no: '“no”',
};
