import { readdirSync, readFileSync } from 'node:fs';
import { declarationsOf, type Declaration } from '../../scripts/lib/declarations';
import { DATA_MAP } from '../../src/data-map';

/** What every released version declared, written by `scripts/declared-map.ts` at its release. */
const RELEASED = readdirSync(__dirname)
  .filter((name) => /^declared-.+\.json$/.test(name))
  .map((name): [string, Record<string, Declaration>] => [
    name,
    JSON.parse(readFileSync(`${__dirname}/${name}`, 'utf8')) as Record<string, Declaration>,
  ]);

/** Fields that came or went although another version reads the row, and why that does no harm. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'scan.movedAt': 'each pass writes its row anew, and one without it is taken up at once',
  'scan.slice': 'as above: a version that wants it begins a pass of its own',
  'receipt.receiptHash': 'a link without it is of an erasure for which no browser asked',
};

const now = declarationsOf(DATA_MAP);

describe.each(RELEASED)('What %s says of a released version', (_, released) => {
  it.each(Object.entries(released))('of the data set %s holds still', (name, then) => {
    const { place, key, required, optional, indexes } = now[name] ?? {
      place: 'nowhere',
      key: [],
      required: [],
      optional: [],
      indexes: [],
    };
    // Rows of a data set that is not in the map would be found by no erasure, no scan and no uninstall.
    expect({ place, key }).toEqual({ place: then.place, key: then.key });
    expect(indexes).toEqual(expect.arrayContaining(then.indexes));
    const thenAll = [...then.required, ...then.optional];
    const added = required.filter((field) => !thenAll.includes(field));
    const gone = thenAll.filter((field) => ![...required, ...optional].includes(field));
    const loosened = then.required.filter((field) => optional.includes(field));
    const harmful = [...added, ...gone, ...loosened].filter((field) => !EXCEPTIONS[`${name}.${field}`]);
    expect(harmful).toEqual([]);
  });
});

test('a released version is known', () => {
  expect(RELEASED.map(([name]) => name)).toContain('declared-0.1.0.json');
});
