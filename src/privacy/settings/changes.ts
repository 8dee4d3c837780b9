import type { Said } from '../../contract';
import { PURPOSES } from '../../storage/purposes';
import type { SettingChange, SettingChoice } from '../data-sets/audit';
import type { Settings } from '../data-sets/settings';
import type { Engine } from '../engine';
import { Refused } from '../errors';
import { basisOf, keepsTotals, periodSets, removedDaysOf, retentionDaysOf, selfErasureOf } from './settings';

type Which = Pick<SettingChange, 'setting' | 'dataSet' | 'purpose'>;
/** A setting as it is in force: a number of days, a choice, or the ID of a work item. */
type Value = Which & ({ days: number } | { choice: SettingChoice } | { id: string | undefined });

function valuesOf(engine: Engine, settings: Settings): Value[] {
  return [
    ...periodSets(engine).map((set): Value => {
      const days = retentionDaysOf(set, settings) ?? set.period.standard;
      return { setting: 'retentionDays', dataSet: set.name, days };
    }),
    { setting: 'selfErasure', choice: selfErasureOf(settings) },
    { setting: 'removedDays', days: removedDaysOf(settings) ?? 0 },
    { setting: 'keepTotals', choice: keepsTotals(settings) ? 'yes' : 'no' },
    { setting: 'controllerPage', id: settings.controllerPage },
    ...PURPOSES.map((purpose): Value => {
      return { setting: 'basis', purpose, choice: basisOf(settings, purpose) ?? 'not-chosen' };
    }),
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
  const { setting, dataSet, purpose } = from;
  const differs = differenceOf(from, to);
  if (!differs) return [];
  return [{ setting, ...(dataSet && { dataSet }), ...(purpose && { purpose }), ...differs }];
}

function differenceOf(from: Value, to: Value): Omit<SettingChange, 'setting'> | undefined {
  if ('days' in from && 'days' in to && from.days !== to.days) return { before: from.days, after: to.days };
  if ('choice' in from && 'choice' in to && from.choice !== to.choice)
    return { was: from.choice, is: to.choice };
  if ('id' in from && 'id' in to && from.id !== to.id)
    return { ...(from.id && { wasId: from.id }), ...(to.id && { isId: to.id }) };
  return undefined;
}

/**
 * Somebody saved what a form would save over unseen.
 * @param fields for each field of the form that differs, what is saved now
 */
export const savedMeanwhile = (fields: Record<string, Said>): Refused =>
  new Refused('CONFLICT', 'refused-admin.saved-meanwhile', fields);

/** For each field of the form that differs: what is saved now. */
export const savedNow = (changes: readonly SettingChange[]): Record<string, Said> =>
  Object.fromEntries(changes.map((change) => [nameOf(change), savedOf(change)]));

function nameOf({ setting, dataSet, purpose }: SettingChange): string {
  const which = dataSet ?? purpose;
  return which === undefined ? setting : `${setting}.${which}`;
}

function savedOf({ setting, before, was = 'no', wasId }: SettingChange): Said {
  if (before !== undefined) return { key: 'refused-admin.saved-days', values: { count: before } };
  if (setting !== 'controllerPage') return { key: `refused-admin.saved-${was}` };
  return { key: `refused-admin.saved-${wasId === undefined ? 'no' : 'other'}-work-item` };
}
