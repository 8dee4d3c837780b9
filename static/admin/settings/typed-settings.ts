import type { SaveSettings, SelfErasureMode, SettingChange, SettingsView } from '../../../src/contract';
import { dataWords } from '../../shared/map-words';
import type { Bases } from './basis-choice';
import { daysIn, typedDays, type TypedDays } from './typed-days';
import { newlyErasing } from './newly-erasing';
import { wholeNumber } from './whole-number';

/** The settings as they stand in the fields of the form. */
export interface TypedSettings {
  days: TypedDays;
  selfErasure: SelfErasureMode;
  removed: string;
  keepTotals: boolean;
  /** ID of the work item with the organisation’s own privacy page. */
  page: string | null;
  bases: Bases;
}

/** The fields as they show what is saved. */
export const typedOf = (settings: SettingsView): TypedSettings => ({
  days: typedDays(settings),
  selfErasure: settings.selfErasure,
  removed: String(settings.removedDays),
  keepTotals: settings.keepTotals,
  page: settings.controllerPage,
  bases: Object.fromEntries(settings.bases.map(({ purpose, basis }) => [purpose, basis ?? 'not-chosen'])),
});

/** What stands in each field, by the names by which the app says what is wrong with it. */
export const fieldsOf = ({
  days,
  page,
  bases,
  removed,
  ...choices
}: TypedSettings): Record<string, unknown> => ({
  ...choices,
  ...namedBelow('retentionDays', days),
  ...namedBelow('basis', bases),
  controllerPage: page,
  removedDays: removed,
});

const namedBelow = (name: string, values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(values).map(([which, value]) => [`${name}.${which}`, value]));

/** What is sent, with the version of the settings that were looked at. */
export const toSave = (typed: TypedSettings, { version }: SettingsView): SaveSettings => ({
  version,
  retentionDays: daysIn(typed.days),
  selfErasure: typed.selfErasure,
  removedDays: wholeNumber(typed.removed),
  keepTotals: typed.keepTotals,
  controllerPage: typed.page ?? 'none',
  bases: typed.bases,
});

/** After a removal from the site. */
export const MOST_REMOVED_DAYS = 365;

/** Whether the app can take the numbers of the form: it says what is wrong with others. */
function isWithinLimits({ days, removed }: TypedSettings, { retention }: SettingsView): boolean {
  const isBetween = (text: string | undefined, least: number, most: number) => {
    const number = wholeNumber(text ?? '');
    return number >= least && number <= most;
  };
  return (
    isBetween(removed, 0, MOST_REMOVED_DAYS) &&
    retention.every(({ dataSet, least, most }) => isBetween(days[dataSet], least, most))
  );
}

/** Titles of the data sets that have a period. */
export const titlesOf = ({ retention }: SettingsView): Map<string, string> =>
  new Map(retention.map(({ dataSet, title }) => [dataSet, dataWords(title, dataSet)]));

/** Where the form differs from what is saved: from the saved value to the form's. */
export function differences(typed: TypedSettings, saved: SettingsView): SettingChange[] {
  const { retentionDays, removedDays, selfErasure, keepTotals } = toSave(typed, saved);
  const yesNo = (value: boolean | undefined) => (value ? 'yes' : 'no');
  const all: SettingChange[] = [
    ...saved.retention.map(({ dataSet, days }): SettingChange => {
      const after = retentionDays[dataSet];
      return { setting: 'retentionDays', dataSet, before: days, ...(after !== undefined && { after }) };
    }),
    { setting: 'selfErasure', was: saved.selfErasure, is: selfErasure },
    { setting: 'removedDays', before: saved.removedDays, after: removedDays },
    { setting: 'keepTotals', was: yesNo(saved.keepTotals), is: yesNo(keepTotals) },
    {
      setting: 'controllerPage',
      ...(saved.controllerPage && { wasId: saved.controllerPage }),
      ...(typed.page && { isId: typed.page }),
    },
    ...saved.bases.map(({ purpose, basis }): SettingChange => {
      return {
        setting: 'basis',
        purpose,
        was: basis ?? 'not-chosen',
        is: typed.bases[purpose] ?? 'not-chosen',
      };
    }),
  ];
  return all.filter(
    ({ before, after, was, is, wasId, isId }) => before !== after || was !== is || wasId !== isId,
  );
}

/** The changes to confirm; none while the app would refuse the numbers and say what is wrong with them. */
export const toConfirm = (typed: TypedSettings, saved: SettingsView): SettingChange[] =>
  isWithinLimits(typed, saved) ? newlyErasing(differences(typed, saved), saved.waiting) : [];
