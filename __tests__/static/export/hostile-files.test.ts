import { strToU8, Unzip, zipSync } from 'fflate';
import schema from '../../../static/shared/export/data.schema.json';
import { openFile } from '../../../static/shared/export/open-file';
import { readExport } from '../../../static/shared/export/read-export';
import { dataOf, entryOf, WHO } from './data-file';

const idOf = (n: number): string => n.toString(16).padStart(32, '0');
const entry = (n: number, change: object = {}) => entryOf(idOf(n), change);
const read = (records: unknown[], change: object = {}) =>
  readExport(JSON.stringify(dataOf(records, change)), WHO);
const blob = (bytes: Uint8Array | string) => new Blob([bytes as Uint8Array<ArrayBuffer>]);
const saying = (words: RegExp) => ({ problem: expect.stringMatching(words) as string });

describe('A ZIP that somebody made to do harm', () => {
  const nothing = new Uint8Array();
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`a${n}`, nothing] as const));

  it('is taken with a thousand files, and refused with more before they are gone through', async () => {
    const data = { 'data.json': strToU8('{}') };
    expect(await openFile(blob(zipSync({ ...many(999), ...data })))).toEqual({ text: '{}' });
    const push = jest.spyOn(Unzip.prototype, 'push');
    expect(await openFile(blob(zipSync({ ...many(5_000), ...data })))).toMatchObject(
      saying(/more than 1,000 files/),
    );
    // Each file is a push of its own, and those of one piece of the ZIP are gone through together.
    expect(push.mock.calls.length).toBeLessThan(4_000);
    push.mockRestore();
  });
});

describe('data.json that somebody made to do harm', () => {
  it.each([
    ['lists', '[],'],
    ['records', '{},'],
    ['numbers', '1,'],
    ['lists in lists', '['],
  ])('is refused unread where it has millions of %s', async (_, one) => {
    const parse = jest.spyOn(JSON, 'parse');
    expect(await openFile(blob(`{"a":[${one.repeat(3_000_001)}`))).toMatchObject(
      saying(/^This is not an export/),
    );
    expect(parse).not.toHaveBeenCalled();
    parse.mockRestore();
  });

  it('brings each entry once, whatever has its ID', () => {
    const twice = [
      entry(1),
      entry(1),
      entry(1, { startedOn: '2026-02-03', position: `2026-02-03#${idOf(1)}` }),
    ];
    expect(read([...twice, entry(2)])).toMatchObject({
      entries: [entry1, { position: `2026-02-02#${idOf(2)}` }],
      malformed: 2,
    });
  });

  const entry1 = { position: `2026-02-02#${idOf(1)}` };

  it('asks Jira for one key of each work item, and shows no title that is none', () => {
    const workItems = [
      { id: '20001', key: 'APP-1', title: 'One' },
      ...Array.from({ length: 50 }, (_, n) => ({ id: '20001', key: `APP-${n + 2}`, title: 'Another' })),
      { id: '20002', key: 'APP-3', title: 'x'.repeat(1_001) },
    ];
    expect(read([entry(1)], { workItems })).toMatchObject({ workItems: [{ key: 'APP-1', title: 'One' }] });
  });

  it.each([
    ['startedOn', '+275760-09-13'],
    ['startedOn', '275760-09-13'],
    ['createdAt', '+275760-09-13T00:00:00.000Z'],
    ['createdAt', 8.64e15],
    ['seconds', '3600'],
    ['issueId', 20001],
  ])('has no entry whose %s is %s', (name, value) => {
    expect(read([entry(1, { [name]: value })])).toMatchObject({ entries: [], malformed: 1 });
  });

  it('of the year 275760 is not an export', () => {
    expect(read([], { exportedAt: '+275760-09-13T00:00:00.000Z' })).toMatchObject(
      saying(/^This is not an export/),
    );
  });

  it('sets no prototype, wherever it names one', () => {
    const evil = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    const text = JSON.stringify({
      schemaVersion: schema.properties.schemaVersion.const,
      exportedAt: '2026-11-23T10:00:00.000Z',
      subject: { accountId: WHO },
      workItems: ['EVIL'],
      dataSets: ['EVIL', { dataSet: 'time-entry', records: ['EVIL', { ...entry(1), EVIL: 0 }] }],
    })
      .replaceAll('"EVIL":0', '"__proto__":{"polluted":1}')
      .replaceAll('"EVIL"', evil);
    expect(readExport(text, WHO)).toMatchObject({ entries: [entry1], malformed: 1, workItems: [] });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});
