import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { privacy } from '@forge/api';
import { Queue } from '@forge/events';
import { kvs } from '@forge/kvs';
import type { LocalForge } from '../../local/forge';
import { TEST_START } from '../setup/test-forge';
import { PEOPLE, TEST_SITE } from '../setup/test-site';
import { openSample } from './sample-app/open';
import { callAsAnna, resolverOf } from './sample-app/resolver';

const DAY = 24 * 60 * 60 * 1000;

let directory: string;
let consumed: unknown[];
let installed: number;

beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), 'local-forge-')), 'site');
  consumed = [];
  installed = 0;
});

function reopen(startAt = TEST_START): Promise<LocalForge> {
  return openSample(
    {
      ...resolverOf({
        keep: () => kvs.set('k', 1).then(() => ({})),
        read: () => kvs.get('k'),
        push: () =>
          new Queue({ key: 'work' }).push([{ body: { n: 1 }, delayInSeconds: 60 }, { body: { n: 2 } }]),
        stats: ({ payload }) => new Queue({ key: 'work' }).getStats(String(payload['jobId'])),
        report: () =>
          privacy.reportPersonalData([{ accountId: PEOPLE.anna, updatedAt: new Date().toISOString() }]),
      }),
      consume: (event) => void consumed.push((event as { body: unknown }).body),
      listen: (event) => void (installed += 'app' in (event as object) ? 1 : 0),
      tick: () => undefined,
      wipe: () => undefined,
    },
    { directory, startAt },
  );
}

describe('With a directory, a restart keeps', () => {
  test('what the app stored, and the installation without installing it again', async () => {
    const before = await reopen();
    await callAsAnna(before, 'keep');
    const { id } = before.installations.get();
    await before.close();
    const after = await reopen();
    expect(after.installations.get().id).toBe(id);
    expect(installed).toBe(1);
    await expect(callAsAnna(after, 'read')).resolves.toBe(1);
    await after.close();
  });

  test('events on their way, with their times and jobs', async () => {
    const before = await reopen();
    const { jobId } = (await callAsAnna(before, 'push')) as { jobId: string };
    await before.close();
    const after = await reopen();
    await after.queue.settle();
    expect(consumed).toEqual([{ n: 2 }]);
    await expect(callAsAnna(after, 'stats', { jobId })).resolves.toEqual({
      success: 1,
      inProgress: 1,
      failed: 0,
    });
    await after.clock.advance(61_000);
    expect(consumed).toEqual([{ n: 2 }, { n: 1 }]);
    await after.close();
  });

  test('the place of the clock, which never goes back', async () => {
    const before = await reopen();
    await before.clock.advance(5 * DAY);
    await before.close();
    const after = await reopen(TEST_START + DAY);
    expect(after.clock.now()).toBe(before.clock.now());
    await after.close();
    const later = await reopen(TEST_START + 9 * DAY);
    expect(later.clock.now()).toBe(TEST_START + 9 * DAY);
    await later.close();
  });

  test('people who changed, over the site they came with', async () => {
    const before = await reopen();
    await before.jira.rename(PEOPLE.ben, 'Benno Bosson');
    await before.jira.closeAccount(PEOPLE.chloe);
    await before.close();
    const after = await reopen();
    expect(after.jira.person(PEOPLE.ben)?.displayName).toBe('Benno Bosson');
    expect(after.jira.person(PEOPLE.chloe)?.closedAt).toBe(TEST_START);
    expect(after.jira.person(PEOPLE.anna)?.displayName).toBe('Anna Arber');
    await after.close();
  });

  test('what was reported, so that an early report is still seen', async () => {
    const before = await reopen();
    await callAsAnna(before, 'report');
    await before.close();
    const after = await reopen(TEST_START + DAY);
    expect(after.atlassian.lastReportedAt(PEOPLE.anna, after.installations.get().id)).toBe(TEST_START + 20);
    await callAsAnna(after, 'report');
    expect(after.atlassian.violations).toMatchObject([
      { kind: 'earlier-than-cycle', accountId: PEOPLE.anna },
    ]);
    await after.close();
  });

  test('planned runs, other sites and uninstalled stores', async () => {
    const before = await reopen();
    await callAsAnna(before, 'keep');
    const first = before.installations.get().id;
    await before.installations.create({ id: 'second', site: { ...TEST_SITE, host: 'second.atlassian.net' } });
    await before.installations.uninstall(first);
    const planned = before.schedule.next();
    await before.close();
    const after = await reopen(TEST_START + DAY);
    expect(after.schedule.next()).toEqual(planned);
    expect(after.installations.get().jira.host).toBe('second.atlassian.net');
    await after.clock.advance(28 * DAY);
    expect(after.storage.dump(first)).toEqual([]);
    await after.close();
  });
});
