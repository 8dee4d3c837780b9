import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EntryFileError } from '../../../local/data/file-faults';
import type { LoggedTime } from '../../../local/data/time-entry';
import { startSite, type SiteOptions } from '../../../local/site/site';
import { controlClient, type ControlClient, type ListedPerson } from './control-client';
import { sampleOptions } from './sample-site';

/** It takes everything but what is of the year 2099. */
const APP = `
exports.answer = async ({ call }) =>
  call.payload.startedOn?.startsWith('2099')
    ? { error: { code: 'INVALID', says: { key: 'no' }, fields: { startedOn: { key: 'day-to-come' } } } }
    : {};
exports.hook = exports.nightly = async () => undefined;
`;
const ENTRY: LoggedTime = {
  accountId: '557058:ccb94528-6dec-4867-b14e-2105170d2d41',
  issueKey: 'KAFKA-82',
  issueId: '12300082',
  startedOn: '2024-02-29',
  seconds: 3600,
};

let folder: string;
let options: SiteOptions;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'file-of-entries-'));
  options = await sampleOptions(folder);
  await writeFile(options.files['index'] ?? '', APP);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

function startedWith(entries: LoggedTime[], more: Partial<SiteOptions> = {}): Promise<unknown> {
  const file = { name: 'some.ndjson', digest: 'some', entries, lines: entries.map((_, i) => 2 * i + 1) };
  const started = startSite({ ...options, ...more, file });
  return started.then((site) => site.close()).catch((error: unknown) => error);
}

/** Starts the site without a file, and looks at it. */
async function looked<Seen>(look: (client: ControlClient) => Promise<Seen>): Promise<Seen> {
  const site = await startSite(options);
  try {
    return await look(controlClient(() => ({ site, options, folder })));
  } finally {
    await site.close();
  }
}

const listed = async (client: ControlClient): Promise<ListedPerson[]> =>
  (await client.read<{ people: ListedPerson[] }>(`/people?query=${encodeURIComponent(ENTRY.accountId)}`))
    .people;

test('an entry that the app refuses is named by its line, and leaves nobody on the site', async () => {
  const refused = await startedWith([ENTRY, { ...ENTRY, startedOn: '2099-01-01' }]);
  expect(refused).toBeInstanceOf(EntryFileError);
  expect((refused as Error).message).toBe(
    'One line of some.ndjson cannot be loaded. Nothing was changed on the site.\n  Line 3: day-to-come',
  );
  expect(await looked(listed)).toEqual([]);
}, 60_000);

test('work items that the site has by another ID are refused', async () => {
  const refused = await startedWith([{ ...ENTRY, issueKey: 'APP-1' }]);
  expect((refused as Error).message).toContain('Line 1: its issueKey belongs to another issueId');
  expect(await looked(listed)).toEqual([]);
}, 60_000);

test('where a file that cannot be loaded was to begin anew, all that was there is there again', async () => {
  await looked(async (client) => {
    const user = await client.oneOf('user');
    await client.change(`/people/${encodeURIComponent(user.accountId)}`, {
      action: 'rename',
      displayName: 'Kept Name',
    });
  });
  await startedWith([{ ...ENTRY, startedOn: '2099-01-01' }], { reset: true });
  expect((await readdir(folder)).filter((name) => name.startsWith('kept'))).toEqual(['kept']);
  const named = (client: ControlClient): Promise<{ people: ListedPerson[] }> =>
    client.read('/people?query=Kept%20Name');
  expect((await looked(named)).people).toHaveLength(1);
}, 60_000);

test('what a reset had set aside when it was killed is there again', async () => {
  await startedWith([ENTRY]);
  expect(await looked(listed)).toHaveLength(1);
  await rename(options.directory, `${options.directory}.before`);
  await mkdir(options.directory);
  expect(await looked(listed)).toHaveLength(1);
}, 60_000);
