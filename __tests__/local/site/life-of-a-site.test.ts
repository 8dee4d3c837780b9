import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LocalForgeError } from '../../../local/errors';
import { DirectoryInUse, lockDirectory } from '../../../local/site/directory-lock';
import { PortTaken } from '../../../local/site/http-server';
import { startSite } from '../../../local/site/site';
import { controlClient, type ControlClient, type ListedPerson } from './control-client';
import { endSampleSite, startSampleSite, type SampleSite } from './sample-site';

let sample: SampleSite;
let client: ControlClient;

beforeAll(async () => {
  sample = await startSampleSite();
}, 60_000);

afterAll(() => endSampleSite(sample));

beforeEach(() => {
  client = controlClient(() => sample);
});

describe('starting', () => {
  test('on a taken port names the next free one and touches nothing', async () => {
    const { port } = sample.site.addresses;
    const options = { ...sample.options, port, directory: `${sample.options.directory}-other`, reset: true };
    const refused = await startSite(options).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(PortTaken);
    expect((refused as PortTaken).next).toBeGreaterThan(port);
  });

  test.each([
    ['the directory', ''],
    ['what a reset would set aside', '.before'],
  ])('where %s holds what no site made is refused, and it stays', async (_, ending) => {
    for (const reset of [true, false]) {
      const directory = `${sample.options.directory}-foreign${ending ? '-2' : ''}`;
      const letter = path.join(`${directory}${ending}`, 'letter.txt');
      await mkdir(path.dirname(letter), { recursive: true });
      await writeFile(letter, 'Dear');
      const refused = await startSite({ ...sample.options, directory, reset }).catch(
        (error: unknown) => error,
      );
      expect(refused).toBeInstanceOf(LocalForgeError);
      expect((refused as Error).message).toContain('letter.txt');
      expect(await readFile(letter, 'utf8')).toBe('Dear');
    }
  });

  test('on a directory that a running site uses is refused', async () => {
    const free = await lockDirectory(`${sample.options.directory}-lock`);
    await free();
    await writeFile(`${sample.options.directory}-lock.pid`, String(process.ppid));
    await expect(lockDirectory(`${sample.options.directory}-lock`)).rejects.toThrow(DirectoryInUse);
  });
});

test('the server ends no connection that a browser keeps open, so no request meets a closed one', async () => {
  const answer = await fetch(`http://127.0.0.1:${sample.site.addresses.port}/__local/people`);
  // `keep-alive: timeout=5` would be the announcement of an end.
  expect(answer.headers.get('keep-alive')).toBeNull();
});

test('a reset takes back everything: names, panels, faults, the clock', async () => {
  const user = await client.oneOf('user');
  const at = `/people/${encodeURIComponent(user.accountId)}`;
  await client.change(at, { action: 'rename', displayName: 'New Name' });
  await client.change('/panels', { action: 'show', moduleKey: 'sample-panel', issueKey: 'APP-1' });
  await client.change('/faults/storage-500', { on: true });
  await client.change('/clock', { advanceMs: 30 * 86_400_000 });
  expect((await client.change('/reset', {})).status).toBe(200);
  const { aheadMs } = await client.read<{ aheadMs: number }>('/clock');
  expect(aheadMs).toBeLessThan(60_000);
  const { people } = await client.read<{ people: ListedPerson[] }>('/people?query=New%20Name');
  expect(people).toEqual([]);
  const { faults } = await client.read<{ faults: { on: boolean }[] }>('/faults');
  expect(faults.filter((fault) => fault.on)).toEqual([]);
  const issue = await client.read<{ panels: { shown: boolean; onAll: boolean }[] }>('/issues/APP-1');
  expect(issue.panels).toEqual([{ key: 'sample-panel', shown: false, onAll: false }]);
}, 60_000);

test('what was changed is there again after a restart', async () => {
  const user = await client.oneOf('user');
  await client.change(`/people/${encodeURIComponent(user.accountId)}`, {
    action: 'rename',
    displayName: 'Kept Name',
  });
  await client.change('/panels', { action: 'show', moduleKey: 'sample-panel', issueKey: 'APP-2' });
  await client.change('/clock', { advanceMs: 5 * 86_400_000 });
  await sample.site.close();
  sample = { ...sample, site: await startSite(sample.options) };
  expect((await client.read<{ people: ListedPerson[] }>('/people?query=Kept%20Name')).people).toHaveLength(1);
  const issue = await client.read<{ panels: { shown: boolean }[] }>('/issues/APP-2');
  expect(issue.panels[0]?.shown).toBe(true);
  expect((await client.read<{ aheadMs: number }>('/clock')).aheadMs).toBeGreaterThan(4 * 86_400_000);
}, 60_000);
