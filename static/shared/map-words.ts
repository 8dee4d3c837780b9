import type { DataKey, Sentence } from '../../src/contract';
import { orMore } from './count-words';
import { said } from './said';
import { t } from './words/words';

/** What the data map says, of every data set: a page that imports this gets all of it from the build. */
const ALL = 'data.';

const known = (key: DataKey, values?: Record<string, string | number>): string | undefined =>
  key.startsWith(ALL) ? said(key, values) : undefined;

/** A message of the data map. @param otherwise what is shown where functions newer than the page name one that it has not */
export const dataWords = (key: DataKey, otherwise: string): string => known(key) ?? otherwise;

/** Sentences one after the other; those that the page cannot say are left out. */
export const sentencesWords = (sentences: readonly Sentence[]): string =>
  sentences.flatMap(({ words, values = {} }) => known(words, inWords(values)) ?? []).join(' ');

const inWords = (values: NonNullable<Sentence['values']>): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? dataWords(value, t('common.unknown')) : value,
    ]),
  );

interface CountedRecords {
  records: number;
  more?: true;
  counted?: DataKey;
}

/** `5 years`, `534`: how many records of a kind there are, in the words in which it is counted. */
export function recordsWords({ records, more, counted }: CountedRecords, locale: string): string {
  const number = counted && known(counted, { count: records });
  return orMore(number ?? records.toLocaleString(locale), more);
}
