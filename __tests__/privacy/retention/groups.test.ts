import * as fc from 'fast-check';
import { fits, intoGroups, isMixed, sum, type Part } from '../../../src/privacy/retention/groups';

const part = (person: string, amount: number, n = 0): Part => ({
  key: `${person}-${n}-${amount}`,
  person,
  amount,
  touches: [`${person}-2026`],
});

const parts = fc
  .array(
    fc.record({
      person: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
      amount: fc.integer({ min: 0, max: 86_400 }),
      years: fc.subarray(['2024', '2025', '2026'], { minLength: 0, maxLength: 2 }),
    }),
    { maxLength: 80 },
  )
  .map((made) =>
    made.map(({ person, amount, years }, n): Part => ({
      key: String(n),
      person,
      amount,
      touches: years.map((year) => `${person}-${year}`),
    })),
  );

const peopleIn = (group: readonly Part[]): number =>
  new Set(group.filter(({ amount }) => amount > 0).map(({ person }) => person)).size;

describe('Whether a sum says little about any one person', () => {
  test.each([
    ['three with as much each', [3600, 3600, 3600], true],
    ['two', [3600, 3600], false],
    ['one who has nearly all', [360_000, 60, 60], false],
    ['two who have nearly all, so that each could tell the other’s share', [50_000, 49_000, 1000], false],
    ['a third with a fifth of the largest', [1000, 900, 200], true],
    ['a third with a little less', [1000, 900, 199], false],
    ['many small ones beside a large one', [1000, 100, 50, 50, 50, 50], true],
    ['two with something and one with nothing', [600, 600, 0], false],
    ['three with a second each', [1, 1, 1], true],
    ['nobody', [], false],
  ])('%s', (_, amounts, mixed) => {
    const group = amounts.map((amount, n) => part(String.fromCharCode(97 + n), amount));
    expect(isMixed(group, 3)).toBe(mixed);
  });

  it('counts what one person has as one share', () => {
    expect(isMixed([part('a', 600, 1), part('a', 600, 2), part('b', 600)], 3)).toBe(false);
    expect(isMixed([part('a', 60, 1), part('a', 3600, 2), part('b', 600), part('c', 600)], 3)).toBe(false);
  });

  it('holds of two groups together where it holds of each: so it holds of the difference of any two states', () => {
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const groups = [...intoGroups(one, 3), ...intoGroups(other, 3)];
        for (let from = 0; from < groups.length; from += 1) {
          expect(isMixed(groups.slice(from).flat(), 3)).toBe(true);
        }
      }),
    );
  });
});

describe('The division of records into groups', () => {
  it('gives groups that fit, are mixed, and have nothing twice or from elsewhere', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 3, max: 5 }), (made, people) => {
        const groups = intoGroups(made, people);
        for (const group of groups) {
          expect(fits(group)).toBe(true);
          expect(isMixed(group, people)).toBe(true);
          expect(peopleIn(group)).toBeGreaterThanOrEqual(people);
        }
        const grouped = groups.flat();
        expect(new Set(grouped).size).toBe(grouped.length);
        expect(grouped.every((one) => made.includes(one))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves nobody out where one group has room for all of them', () => {
    const four = ['a', 'b', 'c', 'd'].map((person) => part(person, 3600));
    expect(intoGroups(four, 3).map((group) => group.length)).toEqual([4]);
  });

  it('takes those whose shares are alike, and leaves out one who would stand out', () => {
    const shares = { a: 80_000, b: 3600, c: 1800, d: 1800 };
    const groups = intoGroups(
      Object.entries(shares).map(([person, amount]) => part(person, amount)),
      3,
    );
    expect(groups.flat().map(({ person }) => person)).toEqual(['b', 'c', 'd']);
  });

  it('adds several small records of one to match a large one of another', () => {
    const small = Array.from({ length: 4 }, (_, n) => part('c', 300, n));
    const groups = intoGroups([part('a', 3600), part('b', 3600), ...small], 3);
    expect(groups.map(sum)).toEqual([8400]);
  });

  it('takes nearly everything of three who have as much each', () => {
    const made = ['a', 'b', 'c'].flatMap((person) =>
      Array.from({ length: 40 }, (_, n) => part(person, 1800, n)),
    );
    expect(intoGroups(made, 3).flat().length).toBeGreaterThanOrEqual(118);
  });

  it('takes nothing of two, whatever they have', () => {
    const made = ['a', 'b'].flatMap((person) => Array.from({ length: 40 }, (_, n) => part(person, 1800, n)));
    expect(intoGroups(made, 3)).toEqual([]);
  });
});
