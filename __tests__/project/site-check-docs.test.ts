import { startingSettings } from '../../local/storage/settings';
import { LOCAL_SWITCHES, NOT_MEASURED } from '../../scripts/lib/local-switches';
import { withAssumptions } from '../../scripts/lib/site-check-table';
import { ASSUMPTIONS } from '../../src/platform-check/assumptions';
import type { SiteAssumption } from '../../src/contract';
import { textOf } from './project-files';

const document = textOf('docs/site-check.md');
const storage = textOf('docs/local-forge/storage.md');
const SETTINGS = Object.entries(startingSettings());

/** The cells of the page on the local storage that name a switch. */
const cellsOf = (setting: string): string[] =>
  storage.split('\n').flatMap((line) => line.split('|').filter((cell) => cell.includes(`\`${setting}\``)));

/** The values that a cell names: the code words after the switch. */
const valuesIn = (cell: string): string[] =>
  [...(cell.split(/`\w+`:/)[1] ?? '').matchAll(/`([a-z-]+)`/g)].map(([, value = '']) => value);

describe('docs/site-check.md', () => {
  it('says what the check measures; if not, run: node --import tsx scripts/site-check-table.ts', () => {
    expect(document).toBe(withAssumptions(document));
  });
});

describe('What the check says of the switches of the local Forge', () => {
  it('leaves none out without a reason', () => {
    const known = new Set<string>([
      ...LOCAL_SWITCHES.map(({ setting }) => setting),
      ...Object.keys(NOT_MEASURED),
    ]);
    expect(SETTINGS.map(([name]) => name).filter((name) => !known.has(name))).toEqual([]);
  });

  it('is about switches that docs/local-forge/storage.md names', () => {
    expect(LOCAL_SWITCHES.filter(({ setting }) => cellsOf(setting).length === 0)).toEqual([]);
  });

  it('flips each to every value that docs/local-forge/storage.md names, but the one it opens with', () => {
    const words = SETTINGS.filter(
      ([name, value]) => typeof value === 'string' && !Object.hasOwn(NOT_MEASURED, name),
    );
    expect(words.length).toBeGreaterThan(4);
    for (const [name, value] of words) {
      const flipped = LOCAL_SWITCHES.filter(({ setting }) => setting === name).map((one) => one.value);
      const named = cellsOf(name).flatMap(valuesIn);
      expect({ name, values: [value, ...flipped].sort() }).toEqual({
        name,
        values: [...new Set(named)].sort(),
      });
    }
  });

  it('finds only what the table of assumptions has', () => {
    const unknown = LOCAL_SWITCHES.flatMap(({ finds }) => Object.entries(finds)).filter(([id, outcome]) => {
      const one: SiteAssumption | undefined = ASSUMPTIONS.find((assumption) => assumption.id === id);
      return !one || !Object.hasOwn(one.outcomes, outcome);
    });
    expect(unknown).toEqual([]);
  });
});
