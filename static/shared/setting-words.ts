import type { SettingChange, SettingChoice } from '../../src/contract';
import { basisWords, purposeWords } from './basis-words';
import { periodOf, periodWords } from './period';
import { wordOf } from './word-of';
import { t, type Key } from './words/words';

type Setting = SettingChange['setting'];

const settingWords = {
  retentionDays: 'settings.periods-title',
  selfErasure: 'settings.change-self',
  removedDays: 'settings.change-removed',
  keepTotals: 'settings.change-totals',
  webhook: 'settings.change-webhook',
  webhookSecret: 'settings.change-secret',
  webhookRestricts: 'settings.change-restricts',
  webhookErasesAfter: 'settings.change-webhook-after',
  webhookErasesMost: 'settings.change-webhook-most',
  controllerPage: 'settings.change-controller',
  basis: 'common.legal-basis',
} as const satisfies Record<Setting, Key>;

const choiceWords = {
  'at-once': 'settings.value-at-once',
  'after-approval': 'settings.value-after-approval',
  yes: 'settings.value-yes',
  no: 'settings.value-no',
  'not-chosen': 'settings.value-not-chosen',
  ...basisWords,
} as const satisfies Record<SettingChoice, Key>;

/** Numbers that are only set where something happens at all. */
const absentWords: Partial<Record<Setting, Key>> = {
  webhookErasesAfter: 'settings.value-never',
  webhookErasesMost: 'settings.value-nobody',
};

/** `Time entries, stored for: 3 years → 90 days`; a data set without a title goes by its name. */
export function changeWords(change: SettingChange, titles: ReadonlyMap<string, string>): string {
  const { before, after, was, is, wasId, isId } = change;
  return t('settings.change', {
    setting: nameOf(change, titles),
    before: valueOf(change, before, was, wasId),
    after: valueOf(change, after, is, isId),
  });
}

function nameOf({ setting, dataSet, purpose }: SettingChange, titles: ReadonlyMap<string, string>): string {
  if (setting === 'retentionDays' && dataSet !== undefined)
    return t('settings.change-period', { title: titles.get(dataSet) ?? dataSet });
  if (setting === 'basis' && purpose !== undefined)
    return t('settings.change-basis-of', { purpose: wordOf(purposeWords, purpose) });
  return wordOf(settingWords, setting);
}

function valueOf(
  { setting }: SettingChange,
  number: number | undefined,
  choice: SettingChoice | undefined,
  id: string | undefined,
): string {
  if (setting === 'controllerPage') return idWords(id);
  if (number !== undefined) return numberWords(setting, number);
  return wordOf(absentWords, setting, wordOf(choiceWords, choice ?? 'no'));
}

function numberWords(setting: Setting, number: number): string {
  switch (setting) {
    case 'webhookRestricts':
    case 'webhookErasesMost':
      return t('settings.value-people', { count: number });
    case 'removedDays':
      return number === 0 ? t('settings.value-when-closed') : afterWords(number);
    case 'webhookErasesAfter':
      return afterWords(number);
    case 'retentionDays':
      return periodWords(number);
    default:
      // Of a setting that a newer version added.
      return String(number);
  }
}

const afterWords = (days: number): string => t('settings.value-after', periodOf(days));

/** A work item of a change, by its ID: the log knows no key and no title. */
const idWords = (id: string | undefined): string =>
  id === undefined ? t('settings.value-no-work-item') : t('common.id-of', { id });

/** `retentionDays.time-entry: 1095 -> 90`: in the words of the contract. */
export function changeText(change: SettingChange): string {
  const { setting, dataSet, purpose, before, after, was, is, wasId, isId } = change;
  const of = dataSet ?? purpose;
  const name = of === undefined ? setting : `${setting}.${of}`;
  return `${name}: ${before ?? was ?? wasId ?? ''} -> ${after ?? is ?? isId ?? ''}`;
}
