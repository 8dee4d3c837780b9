import type { SettingChange, SettingChoice } from '../../src/contract';
import { basisWords, purposeWords } from './basis-words';
import { countOf } from './count-words';
import { wordOf } from './word-of';

const settingWords: Record<SettingChange['setting'], string> = {
  retentionDays: 'kept for',
  selfErasure: 'People delete everything',
  removedDays: 'People removed from the site are erased after',
  keepTotals: 'Time without names is kept',
  webhookRestricts: 'People whom the webhook may restrict on one day',
  webhookErasesAfter: 'People are erased on the webhook’s word after',
  webhookErasesMost: 'People erased on the webhook’s word on one day',
  controllerPage: 'Work item that says who is responsible',
  basis: 'Legal basis',
};

/** Settings that are a number of people; the other numbers are days. */
const ofPeople: ReadonlySet<SettingChange['setting']> = new Set(['webhookRestricts', 'webhookErasesMost']);

const choiceWords: Record<SettingChoice, string> = {
  'at-once': 'at once',
  'after-approval': 'after an approval',
  yes: 'yes',
  no: 'no',
  'not-chosen': 'not chosen yet',
  ...basisWords,
};

/** `Time entries, kept for: 1,095 days → 90 days`; a data set without a title goes by its name. */
export function changeWords(
  change: SettingChange,
  titles: ReadonlyMap<string, string>,
  locale: string,
): string {
  const { setting, dataSet, purpose, before, after, was, is } = change;
  if (setting === 'controllerPage')
    return `${wordOf(settingWords, setting)}: ${idWords(change.wasId)} → ${idWords(change.isId)}`;
  const [one, many] = ofPeople.has(setting) ? ['person', 'people'] : ['day', 'days'];
  const counted = (number: number): string =>
    Object.hasOwn(settingWords, setting) ? countOf(number, one, many, locale) : number.toLocaleString(locale);
  const value = (number: number | undefined, choice: SettingChoice | undefined): string =>
    number === undefined ? wordOf(choiceWords, choice ?? 'no') : counted(number);
  const of = dataSet === undefined ? '' : `${titles.get(dataSet) ?? dataSet}, `;
  const use = purpose === undefined ? '' : ` of ${wordOf(purposeWords, purpose).toLowerCase()}`;
  return `${of}${wordOf(settingWords, setting)}${use}: ${value(before, was)} → ${value(after, is)}`;
}

/** A work item of a change, by its ID: the log knows no key and no title. */
const idWords = (id: string | undefined): string => (id === undefined ? 'none' : `ID ${id}`);

/** `retentionDays.time-entry: 1095 -> 90`: in the words of the contract. */
export function changeText(change: SettingChange): string {
  const { setting, dataSet, purpose, before, after, was, is, wasId, isId } = change;
  const of = dataSet ?? purpose;
  const name = of === undefined ? setting : `${setting}.${of}`;
  return `${name}: ${before ?? was ?? wasId ?? ''} -> ${after ?? is ?? isId ?? ''}`;
}
