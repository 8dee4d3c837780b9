import { DATA_MAP } from '../../src/data-map';
import { dataSetTables, withTables } from '../../scripts/lib/data-set-tables';
import { textOf } from './project-files';

const document = textOf('docs/privacy.md');

describe('docs/privacy.md', () => {
  it('says what the data map declares; if not, run: node --import tsx scripts/privacy-table.ts', () => {
    expect(document).toBe(withTables(document, dataSetTables(DATA_MAP)));
  });

  it('names every data set and every field', () => {
    const missing = DATA_MAP.flatMap(({ title, fields }) => [
      ...(document.includes(`**${title}**`) ? [] : [title]),
      ...Object.keys(fields).filter((name) => !document.includes(`${title}: \`${name}\``)),
    ]);
    expect(missing).toEqual([]);
  });

  it('would be found out if a data set were missing', () => {
    expect(withTables(document, dataSetTables(DATA_MAP.slice(1)))).not.toBe(document);
  });
});
