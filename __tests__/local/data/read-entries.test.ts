import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { readEntryLine } from '../../../local/data/entry-line';
import { EntryFileError, faultyEntries } from '../../../local/data/file-faults';
import { readEntries } from '../../../local/data/read-entries';
import { contradictions, withEntries } from '../../../local/data/site-from-entries';

const ENTRY = {
  accountId: '557058:ccb94528-6dec-4867-b14e-2105170d2d41',
  issueKey: 'KAFKA-82',
  issueId: '12300082',
  startedOn: '2024-02-29',
  seconds: 3600,
};

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'entries-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function fileOf(name: string, content: string | Buffer): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return file;
}

const lines = (...entries: object[]): string => entries.map((entry) => JSON.stringify(entry)).join('\n');

describe('a file of entries', () => {
  test('is read plain or packed, with or without a last line break or blank lines', async () => {
    const text = lines(ENTRY, { ...ENTRY, seconds: 60 });
    const entries = [ENTRY, { ...ENTRY, seconds: 60 }];
    expect(await readEntries(await fileOf('plain.ndjson', text))).toEqual({ entries, lines: [1, 2] });
    const windows = `\r\n${text.replace('\n', '\r\n\r\n')}\r\n`;
    expect(await readEntries(await fileOf('windows.ndjson', windows))).toEqual({ entries, lines: [2, 4] });
    const packed = gzipSync(`${text}\n`);
    expect(await readEntries(await fileOf('packed.ndjson.gz', packed))).toEqual({ entries, lines: [1, 2] });
  });

  test('tells how far it is, up to the whole', async () => {
    const shares: number[] = [];
    const file = await fileOf('long.ndjson', lines(...Array.from({ length: 5000 }, () => ENTRY)));
    await readEntries(file, (share) => shares.push(share));
    expect(shares.length).toBeGreaterThan(2);
    expect(shares.at(-1)).toBe(1);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
  });

  test('without one entry is refused, and not taken for one that was loaded before', async () => {
    const file = await fileOf('empty.ndjson', '\n');
    await expect(readEntries(file)).rejects.toThrow(`There are no entries in ${file}. Nothing was loaded.`);
  });

  test.each([
    ['not JSON', '{"accountId":'],
    ['an array', '[]'],
    ['a person where no account ID is', JSON.stringify({ ...ENTRY, accountId: 'Ada Lovelace' })],
    ['a wrong day', JSON.stringify({ ...ENTRY, startedOn: '2023-02-29' })],
    ['seconds as text', JSON.stringify({ ...ENTRY, seconds: '60' })],
    ['more than a day', JSON.stringify({ ...ENTRY, seconds: 86_401 })],
    ['a field too many', JSON.stringify({ ...ENTRY, comment: 'secret' })],
    ['a field too few', JSON.stringify({ ...ENTRY, issueId: undefined })],
    ['a minute and a half', JSON.stringify({ ...ENTRY, seconds: 90 })],
    ['an account that is none', JSON.stringify({ ...ENTRY, accountId: 'unknown' })],
  ])('with %s is refused by line number and quotes nothing of it', async (_what, broken) => {
    const file = await fileOf('broken.ndjson', `${lines(ENTRY, ENTRY)}\n${broken}\n${lines(ENTRY)}`);
    const refused = await readEntries(file).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(EntryFileError);
    expect((refused as Error).message).toMatch(
      /^One line of .*broken\.ndjson cannot be loaded\. Nothing was changed on the site\.\n {2}Line 3: /,
    );
    expect((refused as Error).message).not.toMatch(/Ada|secret|unknown/);
  });

  test('that is wrong in many lines names the first of them and counts the rest', async () => {
    const file = await fileOf('wrong.ndjson', `${lines(ENTRY)}\n\n${'[]\n'.repeat(7)}`);
    const { message } = (await readEntries(file).catch((error: unknown) => error)) as Error;
    expect(message.split('\n').map((line) => line.slice(0, 8))).toEqual([
      '7 lines ',
      ...[3, 4, 5, 6, 7].map((line) => `  Line ${line}`),
      '  … and ',
    ]);
    expect(message).toMatch(/ 2 more\.$/);
  });

  test('that is missing or damaged is said to be so', async () => {
    await expect(readEntries(path.join(folder, 'none.ndjson'))).rejects.toThrow(/There is no file/);
    const packed = gzipSync(
      lines(...Array.from({ length: 2000 }, (_, i) => ({ ...ENTRY, seconds: 60 + i }))),
    );
    const cut = await fileOf('cut.ndjson.gz', packed.subarray(0, packed.length / 2));
    await expect(readEntries(cut)).rejects.toThrow(EntryFileError);
    await expect(readEntries(await fileOf('text.gz', 'plain'))).rejects.toThrow(EntryFileError);
  });
});

test('no line, whatever it is, throws or is taken for an entry that it is not', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.object().map((value) => JSON.stringify(value)),
      ),
      (text) => {
        expect(typeof readEntryLine(text)).toBe('string');
      },
    ),
  );
});

describe('a Jira site with the entries of a file', () => {
  const site = { people: [{ accountId: 'a', displayName: 'Known' }], projects: [], issues: [] };

  test('gets the people and issues that it did not have, under made-up names', () => {
    const known = { ...ENTRY, accountId: 'a' };
    const customer = { ...ENTRY, accountId: 'qm:1:2', issueKey: 'KAFKA-7', issueId: '7' };
    const more = withEntries(site, [ENTRY, known, customer]);
    expect(more.people.map((person) => person.accountId)).toEqual(['a', ENTRY.accountId, 'qm:1:2']);
    expect(more.people[0]?.displayName).toBe('Known');
    expect(more.people[2]?.accountType).toBe('customer');
    expect(more.projects).toEqual([{ id: '20001', key: 'KAFKA', name: 'Kafka' }]);
    expect(more.issues.map((issue) => issue.key)).toEqual(['KAFKA-82', 'KAFKA-7']);
  });

  test('has one ID for each work item', () => {
    const there = { ...site, issues: [{ id: '7', key: 'APP-7', summary: '', project: 'APP' }] };
    const otherId = { ...ENTRY, issueKey: 'APP-7', issueId: '8' };
    const otherKey = { ...ENTRY, issueKey: 'KAFKA-83' };
    const faults = contradictions(there, [ENTRY, otherId, { ...ENTRY, seconds: 60 }, otherKey]);
    expect(faults).toEqual([
      { position: 1, problem: 'its issueKey belongs to another issueId' },
      { position: 3, problem: 'its issueId belongs to another issueKey' },
    ]);
    const { message } = faultyEntries({ name: 'some.ndjson', lines: [1, 3, 4, 9] }, faults);
    expect(message.match(/Line \d/g)).toEqual(['Line 3', 'Line 9']);
  });

  test('stays as it is when the same entries are added again', () => {
    const once = withEntries(site, [ENTRY]);
    expect(withEntries(once, [ENTRY])).toEqual(once);
  });
});
