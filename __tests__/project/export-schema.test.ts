import { exportSchema, SCHEMA_FILES } from '../../scripts/lib/export-schema';
import { DATA_MAP } from '../../src/data-map';
import { textOf } from './project-files';

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
