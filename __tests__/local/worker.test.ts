import { isDeepStrictEqual } from 'node:util';
import type { LocalForge, LocalForgeOptions } from '../../local/forge';
import { INVOCATION_LIMITS } from '../../local/runtime/limits';
import { TEST_START } from '../setup/test-forge';
import { PEOPLE } from '../setup/test-site';
import { bundleApp } from './sample-app/bundled';
import { openSample } from './sample-app/open';
import { callAsAnna } from './sample-app/resolver';

const CODE = `
import Resolver from '@forge/resolver';
import { asUser, getAppContext, route } from '@forge/api';
import { kvs } from '@forge/kvs';
import { Queue } from '@forge/events';
import { connect } from 'node:net';

const loadedAt = Date.now();
let calls = 0;
const definitions = new Resolver()
  .define('echo', ({ payload, context }) => ({ payload, accountId: context.accountId }))
  .define('keep', async ({ payload }) => { await kvs.set('k', payload); return kvs.get('k'); })
  .define('gone', () => kvs.get('nothing'))
  .define('who', async () => (await asUser().requestJira(route\`/rest/api/3/myself\`)).json())
  .define('remove', async () => (await kvs.delete('nothing')) ?? null)
  .define('time', async () => {
    const now = Date.now();
    await kvs.get('x');
    return { now, after: Date.now(), loadedAt, left: getAppContext().invocationRemainingTimeInMillis() };
  })
  .define('count', () => { console.log('call', ++calls); return { calls }; })
  .define('fail', () => { throw new Error('No.'); })
  .define('spin', () => { for (;;) { /* never ends */ } })
  .define('hang', () => new Promise(() => undefined))
  .define('eat', () => { const all = []; for (;;) all.push(new Array(100_000).fill(all.length)); })
  .define('bomb', () => { setTimeout(() => { throw new Error('late'); }, 1); return {}; })
  .define('exit', () => process.exit(3))
  .define('out', () => fetch('https://example.com').then(() => 'out', (error) => error.message))
  .define('dial', () => new Promise((done) => { try { connect(80, '127.0.0.1').on('error', (error) => done(error.message)); } catch (error) { done(error.message); } }))
  .define('unknown', () => asUser().requestJira(route\`/rest/api/3/field\`))
  .define('push', () => new Queue({ key: 'work' }).push({ body: { n: 1 } }))
  .getDefinitions();
export const resolver = definitions;
export const consume = ({ body }) => kvs.set('consumed', body);
export const listen = () => undefined;
`;

// Workers take their time to start on a busy machine.
jest.setTimeout(120_000);

const file = bundleApp(CODE);
const open: LocalForge[] = [];
const LIMITS: { uiSeconds: number } = INVOCATION_LIMITS;

async function openBundle(options: Partial<LocalForgeOptions> = {}): Promise<LocalForge> {
  const forge = await openSample({}, { app: { kind: 'bundle', files: { index: file } }, ...options });
  open.push(forge);
  return forge;
}

afterEach(async () => {
  for (const forge of open.splice(0)) await forge.close();
});

describe('A bundled app in a worker', () => {
  test('runs the unmodified @forge packages over the same platform', async () => {
    const forge = await openBundle();
    await expect(callAsAnna(forge, 'echo', { n: 1 })).resolves.toEqual({
      payload: { n: 1 },
      accountId: PEOPLE.anna,
    });
    await expect(callAsAnna(forge, 'keep', { a: 1 })).resolves.toEqual({ a: 1 });
    await expect(callAsAnna(forge, 'gone')).resolves.toBeUndefined();
    await expect(callAsAnna(forge, 'remove')).resolves.toBeNull();
    await expect(callAsAnna(forge, 'who')).resolves.toMatchObject({ displayName: 'Anna Arber' });
    expect(forge.storage.dump(forge.installations.get().id)).toMatchObject([{ key: 'k' }]);
  });

  test('consumes what it pushed', async () => {
    const forge = await openBundle();
    await callAsAnna(forge, 'push');
    await forge.queue.settle();
    expect(forge.storage.dump(forge.installations.get().id)).toMatchObject([
      { key: 'consumed', value: { n: 1 } },
    ]);
  });

  test('lives by the clock of the local Forge, also while its code loads', async () => {
    const forge = await openBundle({ callMs: 50 });
    await expect(callAsAnna(forge, 'time')).resolves.toEqual({
      now: TEST_START,
      after: TEST_START + 50,
      loadedAt: TEST_START,
      left: 24_950,
    });
  });

  test('on a ticking clock time passes inside too', async () => {
    const forge = await openBundle({ ticking: true });
    const { now, left } = (await callAsAnna(forge, 'time')) as { now: number; left: number };
    expect(now).toBeGreaterThanOrEqual(TEST_START);
    expect(now).toBeLessThan(TEST_START + 60_000);
    expect(left).toBeLessThan(25_000);
    expect(left).toBeGreaterThan(15_000);
  });

  test('keeps its process between calls, logs, and says how much memory it used', async () => {
    const forge = await openBundle();
    await callAsAnna(forge, 'count');
    await expect(callAsAnna(forge, 'count')).resolves.toEqual({ calls: 2 });
    const record = forge.invocations.list().at(-1);
    expect(record).toMatchObject({ logs: ['LOG call 2'], outcome: 'ok' });
    expect(record?.memoryMb).toBeGreaterThan(0);
  });

  test('fails as the browser sees it', async () => {
    const forge = await openBundle();
    await expect(callAsAnna(forge, 'fail')).rejects.toThrow('There was an error invoking the function - No.');
    await expect(callAsAnna(forge, 'unknown')).rejects.toThrow('jira GET /rest/api/3/field');
    expect(forge.unmodelled).toEqual(['jira GET /rest/api/3/field']);
  });

  test('has no way out, not even by a socket', async () => {
    const forge = await openBundle();
    await expect(callAsAnna(forge, 'out')).resolves.toContain('https://example.com/ is not declared');
    await expect(callAsAnna(forge, 'dial')).resolves.toContain('a socket was refused');
    expect(forge.unmodelled).toEqual(['egress to https://example.com/', 'egress to a socket']);
  });
});

describe('A worker that ends badly takes nobody with it', () => {
  test.each([
    ['spin', 'timed-out', 'longer than its 1 s'],
    ['hang', 'timed-out', 'longer than its 1 s'],
    ['eat', 'out-of-memory', 'more memory than its memoryMB'],
    ['exit', 'error', 'The function ended its process'],
  ])('%s: %s', async (functionKey, outcome, message) => {
    const forge = await openBundle();
    const other = callAsAnna(forge, 'echo', {});
    const seconds = jest.replaceProperty(LIMITS, 'uiSeconds', functionKey === 'eat' ? 100 : 1);
    const failing = callAsAnna(forge, functionKey);
    seconds.restore();
    await expect(failing).rejects.toThrow(message);
    await expect(other).resolves.toBeDefined();
    expect(forge.invocations.list().map((record) => record.outcome)).toContain(outcome);
    await expect(callAsAnna(forge, 'keep', { still: 'here' })).resolves.toEqual({ still: 'here' });
  });

  test('a crash ends the code at its call', async () => {
    const forge = await openBundle();
    await callAsAnna(forge, 'count');
    forge.faults.crashAt(1, 'after');
    await expect(callAsAnna(forge, 'keep', { a: 1 })).rejects.toThrow('killed it after');
    expect(forge.storage.dump(forge.installations.get().id)).toHaveLength(1);
    await expect(callAsAnna(forge, 'count')).resolves.toEqual({ calls: 1 });
  });

  test('one that ends between calls is replaced', async () => {
    const forge = await openBundle();
    await callAsAnna(forge, 'count');
    await callAsAnna(forge, 'bomb');
    // A call that runs while the process ends fails with it, as on Forge.
    const count = (): Promise<unknown> => callAsAnna(forge, 'count').catch(() => undefined);
    let counted = await count();
    while (!isDeepStrictEqual(counted, { calls: 1 })) counted = await count();
    await expect(count()).resolves.toEqual({ calls: 2 });
  });

  test('a closed forge ends what runs and what waits', async () => {
    const forge = await openBundle();
    const calls = Array.from({ length: 6 }, () => callAsAnna(forge, 'hang'));
    const ends = Promise.allSettled(calls);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await forge.close();
    const reasons = (await ends).map((end) => (end.status === 'rejected' ? String(end.reason) : 'answered'));
    expect(reasons.filter((reason) => reason.includes('ended its process'))).toHaveLength(4);
    expect(reasons.filter((reason) => reason.includes('is closed'))).toHaveLength(2);
    open.length = 0;
  });

  test('more calls than workers wait for each other', async () => {
    const forge = await openBundle();
    const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => callAsAnna(forge, 'echo', { n })));
    expect(answers.map((answer) => (answer as { payload: { n: number } }).payload.n)).toEqual([
      ...Array(12).keys(),
    ]);
  });
});

test('an app that cannot be loaded says so', async () => {
  const broken = bundleApp(`throw new Error('broken at load');`);
  const forge = await openBundle({ app: { kind: 'bundle', files: { index: broken } } });
  await expect(callAsAnna(forge, 'echo')).rejects.toThrow('broken at load');
});
