import type { Counted, CountWords } from '../../src/contract';

/** `1 entry`, `1,204 entries`: the number in the viewer's language with the right word. */
export function countOf(count: number, one: string, many: string, locale: string): string {
  return `${count.toLocaleString(locale)} ${count === 1 ? one : many}`;
}

/** The number in the viewer's language, where it may be the least there are. */
export const leastOf = ({ least, more }: Counted, locale: string): string =>
  orMore(least.toLocaleString(locale), more);

/** A number that is written already, where it may be the least there are. */
export const orMore = (number: string, more: true | undefined): string =>
  more ? `${number} or more` : number;

interface CountedRecords {
  records: number;
  more?: true;
  counted?: CountWords;
}

/** `5 years`, `534`: how many records of a kind there are, in the words in which it is counted. */
export function recordsWords(
  { records, more, counted }: CountedRecords,
  locale: string,
  otherwise?: CountWords,
): string {
  const number = orMore(records.toLocaleString(locale), more);
  const words = counted ?? otherwise;
  if (!words) return number;
  return `${number} ${records === 1 && !more ? words.one : words.many}`;
}
