import fc from 'fast-check';
import { pageAfter } from '../../src/privacy/pages';
import { runCount } from '../setup/run-count';

/** Reads as a range of Forge does: from a position on, itself included, at most so many. */
const readFrom = (all: readonly string[], after: string | undefined, most: number): string[] =>
  all.filter((position) => after === undefined || position >= after).slice(0, most);

function everyPage(all: readonly string[], limit: number): string[][] {
  const pages: string[][] = [];
  let after: string | undefined;
  do {
    const rows = readFrom(all, after, limit + 2).map((position) => ({ position }));
    const { items, next } = pageAfter(rows, after, limit);
    pages.push(items.map(({ position }) => position));
    after = next;
  } while (after !== undefined && pages.length <= all.length + 1);
  return pages;
}

describe('Pages after a position', () => {
  const positions = fc.uniqueArray(fc.stringMatching(/^[a-f]{1,3}$/), { maxLength: 40 });
  const limit = fc.integer({ min: 1, max: 12 });

  it('hold everything once, in order, and end', () => {
    fc.assert(
      fc.property(positions, limit, (unsorted, most) => {
        const all = [...unsorted].sort();
        const pages = everyPage(all, most);
        expect(pages.flat()).toEqual(all);
        expect(pages).toHaveLength(Math.max(1, Math.ceil(all.length / most)));
      }),
      { numRuns: runCount(200, 5000) },
    );
  });

  it('go on behind a position whose row is gone', () => {
    const rows = ['b', 'c', 'd'].map((position) => ({ position }));
    expect(pageAfter(rows, 'a', 2)).toEqual({ items: rows.slice(0, 2), next: 'c' });
  });

  it('have no next after an empty one', () => {
    expect(pageAfter([], undefined, 5)).toEqual({ items: [] });
    expect(pageAfter([{ position: 'a' }], 'a', 5)).toEqual({ items: [] });
  });
});
