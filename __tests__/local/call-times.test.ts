import { kvs } from '@forge/kvs';
import { TEST_START } from '../setup/test-forge';
import { openSample } from './sample-app/open';
import { callAsAnna, resolverOf } from './sample-app/resolver';

const SPREAD = { callMs: { min: 20, max: 60 } };

/** Reads a number and writes one more, as code does that forgets a condition. */
async function addOne(): Promise<void> {
  const present = (await kvs.get<number>('count')) ?? 0;
  await kvs.set('count', present + 1);
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('Where calls take between 20 and 60 ms', () => {
  test('functions that run side by side get in each other’s way, and one after the other do not', async () => {
    const app = resolverOf({ addOne, count: () => kvs.get('count') });
    const forge = await openSample(app, SPREAD);
    await Promise.all(Array.from({ length: 20 }, () => callAsAnna(forge, 'addOne')));
    expect(await callAsAnna(forge, 'count')).toBeLessThan(20);
    const before = (await callAsAnna(forge, 'count')) as number;
    for (let at = 0; at < 5; at += 1) await callAsAnna(forge, 'addOne');
    expect(await callAsAnna(forge, 'count')).toBe(before + 5);
  });

  test('fifty at once take no more of the clock than the slowest of them, and each is charged its own', async () => {
    const forge = await openSample(resolverOf({ addOne }), SPREAD);
    await Promise.all(Array.from({ length: 50 }, () => callAsAnna(forge, 'addOne')));
    const passed = forge.clock.now() - TEST_START;
    expect(passed).toBeGreaterThanOrEqual(40);
    expect(passed).toBeLessThanOrEqual(120);
    for (const { ms } of forge.invocations.list().filter(({ call }) => call === 'addOne')) {
      expect(ms).toBeGreaterThanOrEqual(40);
      expect(ms).toBeLessThanOrEqual(120);
    }
  });

  test('calls that one function makes together are charged once', async () => {
    const together = (): Promise<unknown> => Promise.all(['a', 'b', 'c', 'd'].map((key) => kvs.get(key)));
    const forge = await openSample(resolverOf({ together }), SPREAD);
    await callAsAnna(forge, 'together');
    expect(forge.invocations.list().at(-1)?.ms).toBeLessThanOrEqual(60);
  });

  test('the same seed gives the same order', async () => {
    const run = async (): Promise<unknown> => {
      const forge = await openSample(resolverOf({ addOne, count: () => kvs.get('count') }), SPREAD);
      await Promise.all(Array.from({ length: 20 }, () => callAsAnna(forge, 'addOne')));
      return callAsAnna(forge, 'count');
    };
    expect(await run()).toBe(await run());
  });

  test('one that waits longer than it may run ends there', async () => {
    const forge = await openSample(resolverOf({ wait: () => pause(30_000) }), SPREAD);
    await expect(callAsAnna(forge, 'wait')).rejects.toThrow('longer than its 25 s');
  });
});

test('a pause of a function passes on the clock and not in real time', async () => {
  const times = async (): Promise<number> => {
    const before = Date.now();
    const stopped = setTimeout(() => expect('a cleared timer').toBe('silent'), 1000);
    clearTimeout(stopped);
    await pause(20_000);
    return Date.now() - before;
  };
  const forge = await openSample(resolverOf({ times }));
  const began = performance.now();
  expect(await callAsAnna(forge, 'times')).toBe(20_000);
  expect(performance.now() - began).toBeLessThan(20_000);
});

test('a call that nobody awaited is told, whether it begins or ends after its function', async () => {
  const forget = (): object => {
    void kvs.get('begins in time');
    return {};
  };
  const forge = await openSample(resolverOf({ forget }), SPREAD);
  await callAsAnna(forge, 'forget');
  await forge.clock.advance(1000);
  expect(forge.lateCalls).toEqual(['resolver /api/v1/get']);
});
