import type { Counted } from '../../src/contract';

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
