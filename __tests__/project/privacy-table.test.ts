import { DATA_MAP } from '../../src/data-map';
import { dataSetTables, say, withTables } from '../../scripts/lib/data-set-tables';
import { processingTables } from '../../scripts/lib/processing-tables';
import { textOf } from './project-files';

const document = textOf('docs/privacy.md');

describe('docs/privacy.md', () => {
  it('says what the data map declares; if not, run: node --import tsx scripts/privacy-table.ts', () => {
    expect(document).toBe(withTables(document, dataSetTables(DATA_MAP)));
  });

  it('names every data set and every field', () => {
    const missing = DATA_MAP.flatMap(({ title, fields }) => [
      ...(document.includes(`**${say(title)}**`) ? [] : [title]),
      ...Object.keys(fields).filter((name) => !document.includes(`${say(title)}: \`${name}\``)),
    ]);
    expect(missing).toEqual([]);
  });

  it('would be found out if a data set were missing', () => {
    expect(withTables(document, dataSetTables(DATA_MAP.slice(1)))).not.toBe(document);
  });
});

describe('the annex of docs/data-processing.md', () => {
  const contract = textOf('docs/data-processing.md');

  it('says what the data map declares; if not, run: node --import tsx scripts/privacy-table.ts', () => {
    expect(contract).toBe(withTables(contract, processingTables(DATA_MAP)));
  });

  it('would be found out if a data set about people were missing', () => {
    const fewer = DATA_MAP.filter(({ name }) => name !== 'request');
    expect(withTables(contract, processingTables(fewer))).not.toBe(contract);
  });

  it('has words for every category', () => {
    expect(processingTables(DATA_MAP)).not.toMatch(/\b(dpv|pd):/);
  });
});
