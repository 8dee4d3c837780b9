import { exportSchema, SCHEMA_FILES } from '../../scripts/lib/export-schema';
import { EXPORT_SCHEMA } from '../../src/privacy/access/export';
import { sha256 } from '../../src/privacy/digest';
import { DATA_MAP } from '../../src/data-map';
import { textOf } from './project-files';

/** What each version of `data.json` may hold, without the words that explain it. */
const SCHEMAS: Record<string, string> = { '3': 'f0b289ec3880f2d0' };

function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWords);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([name, inner]) => !(typeof inner === 'string' && ['title', 'description'].includes(name)),
  );
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutWords(inner)]));
}

const digestOf = (map: typeof DATA_MAP): string =>
  sha256(JSON.stringify(withoutWords(exportSchema(map)))).slice(0, 16);

it('One version of data.json is one schema: count EXPORT_SCHEMA up, or pin it anew where no release had it', () => {
  expect(SCHEMAS[EXPORT_SCHEMA]).toBe(digestOf(DATA_MAP));
  expect(digestOf(DATA_MAP.filter(({ name }) => name !== 'marker'))).not.toBe(digestOf(DATA_MAP));
});

describe('the JSON Schema of an export', () => {
  it.each(SCHEMA_FILES)(
    'in %s says what the data map declares; if not, run: node --import tsx scripts/export-schema.ts',
    (file) => {
      expect(JSON.parse(textOf(file))).toEqual(exportSchema(DATA_MAP));
    },
  );

  it('would be found out if a data set were missing', () => {
    const without = DATA_MAP.filter(({ name }) => name !== 'time-entry');
    expect(exportSchema(without)).not.toEqual(exportSchema(DATA_MAP));
  });
});
