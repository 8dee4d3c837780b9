import fc from 'fast-check';
import Ajv2020 from 'ajv/dist/2020';
import { strToU8, zipSync } from 'fflate';
import schema from '../../../static/shared/export/data.schema.json';
import { openFile } from '../../../static/shared/export/open-file';
import { readExport } from '../../../static/shared/export/read-export';
import { dataOf, entryOf, WHO } from './data-file';

const entry = (change: object = {}) => entryOf('a'.repeat(32), change);
const data = (records: unknown[] = [entry()], change: object = {}) => dataOf(records, change);
const read = (value: unknown, who = WHO) => readExport(JSON.stringify(value), who);
const problem = (value: unknown) => {
  const answer = read(value);
  if (!('problem' in answer)) throw new Error('it was read');
  return answer.problem;
};

/** The project of an earlier version is not taken. */
const LOOKED_AT = Object.keys(entry()).filter((name) => name !== 'projectId');

describe('data.json that somebody chooses', () => {
  it('gives its entries, its work items and where and when it was made', () => {
    const workItems = [{ id: '20001', key: 'APP-1', title: 'A title' }];
    const { position, issueId, startedOn, seconds, createdAt } = entry();
    expect(read(data([entry()], { workItems }))).toEqual({
      exportedAt: '2026-11-23T10:00:00.000Z',
      site: 'https://example.atlassian.net',
      entries: [{ position, issueId, startedOn, seconds, createdAt }],
      malformed: 0,
      workItems,
    });
  });

  it.each([
    ['a number beyond any range', { seconds: 1e308 }],
    ['a negative duration', { seconds: -3600 }],
    ['a part of a second', { seconds: 60.5 }],
    ['a text for a number', { seconds: '3600' }],
    ['a day that there is not', { startedOn: '2026-02-30' }],
    ['an instant that there is not', { createdAt: '2026-02-02T25:00:00.000Z' }],
    ['a key for an ID', { issueId: 'APP-1' }],
    ['a text with a line more', { issueId: '20001\n' }],
    ['a list for a text', { position: ['2026-02-02'] }],
    ['another person', { accountId: '712020:other' }],
  ])('counts an entry with %s as malformed', (_, change) => {
    expect(read(data([entry(change), entry()]))).toMatchObject({ malformed: 1, entries: [{}] });
  });

  it('takes of entries what the published schema takes, and of days only those of the calendar', () => {
    const validate = new Ajv2020().compile({
      ...schema.$defs['time-entry'].properties.records.items,
      $id: 'entry',
    });
    const value = fc.oneof(
      fc.constantFrom('20001', '2026-02-02', '2026-02-02T09:00:00.000Z', entry().position, WHO, null),
      fc.constantFrom(60, 59, 86_400, 86_401, -1, 1e308, 60.5, true),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.constantFrom(...LOOKED_AT), value, (name, given) => {
        const changed = entry({ [name]: given });
        const taken = read(data([changed]));
        const isTaken = 'entries' in taken && taken.entries.length === 1;
        expect(isTaken).toBe(validate(changed) && changed.accountId === WHO);
      }),
      { numRuns: 300 },
    );
  });

  it('is taken of each version since there are imports, whatever its exports did not have yet', () => {
    const { range, notice, site, workItems, ...first } = data();
    for (const version of ['2', '3']) {
      expect(read(data([entry()], { schemaVersion: version }))).toMatchObject({
        entries: [{}],
        malformed: 0,
      });
    }
    expect([range, notice, site, workItems]).not.toContain(undefined);
    expect(read({ ...first, schemaVersion: '2' })).toMatchObject({ entries: [{}], site: '', workItems: [] });
    expect(schema.properties.schemaVersion.const).toBe('3');
  });

  it('is refused of a version that is newer or from before there were imports, and says which', () => {
    for (const newer of ['4', '10', '999999999']) {
      expect(problem(data([], { schemaVersion: newer }))).toMatch(/^A newer version/);
    }
    for (const other of ['1', '0', '', '03', '3.1', '-4', '1e9', 3, 4, null, ['3'], { toString: '3' }]) {
      expect(problem(data([], { schemaVersion: other }))).toMatch(/^Another version/);
    }
  });

  it('says in words that quote nothing why it is not taken', () => {
    expect(problem([])).toMatch(/^This is not an export/);
    expect(problem(data([], { exportedAt: 'S3CRET' }))).toMatch(/^This is not an export/);
    expect(problem(data([], { dataSets: { S3CRET: 1 } }))).toMatch(/^This is not an export/);
    expect(problem(data([], { schemaVersion: 'S3CRET' }))).toMatch(/^Another version/);
    expect(problem(data([], { subject: { accountId: 'S3CRET' } }))).toMatch(
      /^This file contains the data of another/,
    );
    expect(problem(data(Array.from({ length: 100_001 }, () => 0)))).toMatch(/more than 100,000/);
  });

  it('survives what is deep, broken or named to do harm', () => {
    const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    for (const text of ['', '{', deep(200_000), `{"subject":${deep(50_000)}}`]) {
      expect(readExport(text, WHO)).toHaveProperty('problem');
    }
    const harmful = JSON.stringify(data()).replace(
      '"schemaVersion"',
      '"__proto__":{"polluted":1},"schemaVersion"',
    );
    expect(readExport(harmful, WHO)).toMatchObject({ entries: [{}] });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('survives whatever JSON there is', () => {
    fc.assert(
      fc.property(fc.json(), fc.jsonValue(), (text, value) => {
        readExport(text, WHO);
        read(data([value], { workItems: [value], site: value }));
        read({ ...data(), subject: value });
      }),
    );
  });
});

const blob = (bytes: Uint8Array | string) => new Blob([bytes as Uint8Array<ArrayBuffer>]);
const MEGABYTES = 1024 * 1024;

describe('A file that somebody chooses', () => {
  it('is data.json, or a ZIP with it, also in a folder and among other files', async () => {
    const text = JSON.stringify(data());
    const zips = [
      { 'data.json': strToU8(text) },
      { 'index.html': strToU8('<p>'), 'my-data/data.json': strToU8(text), 'z/data.json': strToU8('{}') },
    ];
    for (const zip of zips) expect(await openFile(blob(zipSync(zip)))).toEqual({ text });
    expect(await openFile(blob(text))).toEqual({ text });
  });

  it.each([
    ['a ZIP without data.json', zipSync({ 'data.json.txt': strToU8('{}') }), /no data.json/],
    ['a ZIP that ends early', zipSync({ 'data.json': strToU8('x'.repeat(9000)) }).slice(0, 40), /damaged/],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]), /damaged/],
    ['more than is taken', new Uint8Array(48 * MEGABYTES + 1), /too large/],
  ])('is refused where it is %s', async (_, bytes, words) => {
    expect(await openFile(blob(bytes))).toMatchObject({ problem: expect.stringMatching(words) as string });
  });

  it('is not unpacked further than it would be taken, whatever it says of its size', async () => {
    const bomb = zipSync({ 'data.json': new Uint8Array(64 * MEGABYTES) });
    expect(bomb.byteLength).toBeLessThan(MEGABYTES);
    // Its sizes, in the local header and in the directory, say that it is small.
    const lying = new DataView(bomb.buffer, bomb.byteOffset);
    lying.setUint32(22, 100, true);
    expect(await openFile(blob(bomb))).toMatchObject({
      problem: expect.stringMatching(/too large/) as string,
    });
  });
});
