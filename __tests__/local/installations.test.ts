import { InvocationError, InvocationErrorCode, Queue } from '@forge/events';
import { kvs } from '@forge/kvs';
import type { AppFunction } from '../../local/forge';
import { PEOPLE, TEST_SITE } from '../setup/test-site';
import { openSample } from './sample-app/open';
import { callAsAnna, resolverOf } from './sample-app/resolver';

const DAY = 24 * 60 * 60 * 1000;
const quiet = { listen: () => undefined };

describe('Installing', () => {
  test('sends the installed event with who installed it', async () => {
    const events: unknown[] = [];
    const forge = await openSample({ listen: (event, context) => void events.push({ event, context }) });
    expect(events).toMatchObject([
      { event: { id: forge.installations.get().id }, context: { principal: undefined } },
    ]);
    await forge.installations.create({ id: 'second', installerAccountId: PEOPLE.admin });
    expect(events[1]).toMatchObject({ event: { id: 'second', installerAccountId: PEOPLE.admin } });
  });

  test('can be on another Jira site', async () => {
    const forge = await openSample(quiet);
    const site = { ...TEST_SITE, host: 'other.atlassian.net', people: TEST_SITE.people.slice(1) };
    const other = await forge.installations.create({ site });
    expect(other.jira.host).toBe('other.atlassian.net');
    expect(other.jira.person(PEOPLE.admin)).toBeUndefined();
    expect(forge.jira.person(PEOPLE.admin)).toBeDefined();
    expect(other.cloudId).not.toBe(forge.installations.get().cloudId);
  });
});

describe('Uninstalling', () => {
  const keep = resolverOf({ keep: () => kvs.set('k', 1).then(() => ({})) });

  test('runs preUninstall without a user while the app is still there', async () => {
    const wipe: AppFunction = async (payload, context) => {
      await kvs.delete('k');
      console.log(JSON.stringify(payload), (context as { principal?: unknown }).principal);
    };
    const forge = await openSample({ ...quiet, ...keep, wipe });
    const { id, cloudId } = forge.installations.get();
    await callAsAnna(forge, 'keep');
    const [record] = await forge.installations.uninstall();
    const context = { cloudId, moduleKey: 'farewell' };
    expect(record).toMatchObject({
      source: 'preUninstall',
      outcome: 'ok',
      logs: [`LOG ${JSON.stringify({ context, contextToken: 'local' })} undefined`],
    });
    expect(forge.storage.dump(id)).toEqual([]);
  });

  test('goes on when preUninstall fails, and ends calls, schedules and queued events', async () => {
    const queue = new Queue({ key: 'work' });
    let ran = 0;
    const forge = await openSample({
      ...quiet,
      ...resolverOf({ push: () => queue.push({ body: {}, delayInSeconds: 60 }) }),
      tick: () => void (ran += 1),
      consume: () => void (ran += 1),
      wipe: () => {
        throw new Error('no');
      },
    });
    await callAsAnna(forge, 'push');
    await expect(forge.installations.uninstall()).resolves.toMatchObject([{ outcome: 'error' }]);
    await expect(callAsAnna(forge, 'push')).rejects.toThrow('not installed');
    await forge.clock.advance(3 * DAY);
    expect(ran).toBe(0);
    expect(forge.queue.dropped()).toMatchObject([{ reason: 'uninstalled' }]);
  });

  test('has 55 seconds', async () => {
    const wipe: AppFunction = async () => {
      for (;;) await kvs.get('k');
    };
    const forge = await openSample({ ...quiet, wipe }, { callMs: 1000 });
    await expect(forge.installations.uninstall()).resolves.toMatchObject([
      { outcome: 'timed-out', ms: 55_000 },
    ]);
  });

  test('keeps the store for 28 days', async () => {
    const forge = await openSample({ ...quiet, ...keep, wipe: () => undefined });
    const { id } = forge.installations.get();
    await callAsAnna(forge, 'keep');
    await forge.installations.uninstall();
    await forge.clock.advance(28 * DAY - 1000);
    expect(forge.storage.dump(id)).toHaveLength(1);
    await forge.clock.advance(1000);
    expect(forge.storage.dump(id)).toEqual([]);
  });

  test('lets a new installation have the old store within 21 days', async () => {
    const read = resolverOf({ keep: () => kvs.set('k', 1).then(() => ({})), read: () => kvs.get('k') });
    const forge = await openSample({ ...quiet, ...read, wipe: () => undefined });
    const old = forge.installations.get().id;
    await callAsAnna(forge, 'keep');
    await forge.installations.uninstall();
    await forge.clock.advance(20 * DAY);
    const fresh = await forge.installations.create();
    await expect(callAsAnna(forge, 'read')).resolves.toBeUndefined();
    forge.installations.relink(old, fresh.id);
    await expect(callAsAnna(forge, 'read')).resolves.toBe(1);
    await forge.clock.advance(60 * DAY);
    await expect(callAsAnna(forge, 'read')).resolves.toBe(1);
    await forge.installations.uninstall();
    await forge.clock.advance(22 * DAY);
    await forge.installations.create({ id: 'late' });
    expect(() => forge.installations.relink(fresh.id, 'late')).toThrow(
      'Uninstalled 22.0 days ago; at most 21',
    );
  });
});

describe('A product event', () => {
  const retry = (): unknown =>
    new InvocationError({
      retryAfter: 60,
      retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
      retryData: { a: 1 },
    });

  test('goes only to triggers that listen', async () => {
    const forge = await openSample(quiet);
    await expect(forge.events.emit('avi:jira:deleted:user', {})).resolves.toHaveLength(1);
    await expect(forge.events.emit('avi:jira:viewed:issue', {})).resolves.toEqual([]);
  });

  test('comes up to three minutes late where it is told to', async () => {
    const at: number[] = [];
    const forge = await openSample({ ...quiet, listen: () => void at.push(Date.now()) });
    at.length = 0;
    forge.events.mode.lateMs = 180_000;
    const emitted = forge.clock.now();
    await expect(forge.events.emit('avi:jira:deleted:user', {})).resolves.toEqual([]);
    expect(at).toEqual([]);
    await forge.clock.advance(180_000);
    expect(at).toHaveLength(1);
    expect(at[0]).toBeGreaterThan(emitted);
  });

  test('is tried at most four times again when the app asks for it', async () => {
    const seen: { retryContext?: { retryCount: number } }[] = [];
    const forge = await openSample({
      listen: (event) => {
        seen.push(event as { retryContext?: { retryCount: number } });
        return retry();
      },
    });
    await forge.clock.advance(DAY);
    seen.length = 0;
    await forge.events.emit('avi:jira:deleted:user', { user: { accountId: 'a' } });
    await forge.clock.advance(DAY);
    expect(seen.map(({ retryContext }) => retryContext?.retryCount)).toEqual([undefined, 1, 2, 3, 4]);
    expect(seen.at(-1)).toMatchObject({ user: { accountId: 'a' }, retryContext: { retryData: { a: 1 } } });
  });

  test('is not tried again after a throw, but after a crash', async () => {
    let runs = 0;
    const forge = await openSample({
      listen: async () => {
        runs += 1;
        await kvs.get('k');
        throw new Error('no');
      },
    });
    runs = 0;
    forge.faults.add({ nth: 1, outcome: { kind: 'crash', when: 'before' } });
    const [record] = await forge.events.emit('avi:jira:deleted:user', {});
    expect(record?.outcome).toBe('killed');
    await forge.clock.advance(DAY);
    expect(runs).toBe(2);
  });
});
