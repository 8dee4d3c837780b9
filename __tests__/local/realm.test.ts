import { createAgenda } from '../../local/agenda';
import { createRandom, shuffle } from '../../local/random';
import { realNow } from '../../local/runtime/realm-date';
import { TEST_START } from '../setup/test-forge';
import { openSample } from './sample-app/open';
import { callAsAnna, resolverOf } from './sample-app/resolver';

describe("A function's Date", () => {
  test('follows the local clock wherever it reads it, and is otherwise the same', async () => {
    class Day extends Date {}
    const read = (): object => {
      const now = new Date();
      return {
        instants: [now.getTime(), Date.now(), new Day().getTime(), Date.parse(Date())],
        given: [new Date(0).getTime(), new Date(2020, 0, 1).getFullYear(), Date.UTC(2020, 0, 1)],
        kinds: [now instanceof Date, new Day() instanceof Date, now.constructor === Date, Date.length],
        real: realNow() - TEST_START > 0,
      };
    };
    const forge = await openSample({ ...resolverOf({ read }), listen: () => undefined });
    await expect(callAsAnna(forge, 'read')).resolves.toEqual({
      instants: [TEST_START, TEST_START, TEST_START, TEST_START],
      given: [0, 2020, Date.UTC(2020, 0, 1)],
      kinds: [true, true, true, 7],
      real: true,
    });
  });

  test('of two local Forges at once is each its own', async () => {
    const functions = { ...resolverOf({ read: () => ({ now: Date.now() }) }), listen: () => undefined };
    const [one, other] = await Promise.all([
      openSample(functions, { startAt: 1000 }),
      openSample(functions, { startAt: 2000 }),
    ]);
    await expect(Promise.all([callAsAnna(one, 'read'), callAsAnna(other, 'read')])).resolves.toEqual([
      { now: 1000 },
      { now: 2000 },
    ]);
  });
});

test('chance is the same for the same seed and spread evenly', () => {
  const draw = (seed: number): number[] => Array.from({ length: 10_000 }, createRandom(seed));
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1).slice(0, 3)).not.toEqual(draw(2).slice(0, 3));
  for (let tenth = 0; tenth < 10; tenth++) {
    const count = draw(3).filter((value) => Math.floor(value * 10) === tenth).length;
    expect(count).toBeGreaterThan(850);
    expect(count).toBeLessThan(1150);
  }
  const numbers = Array.from({ length: 50 }, (_, n) => n);
  const shuffled = shuffle([...numbers], createRandom(4));
  expect(shuffled).not.toEqual(numbers);
  expect(shuffled.sort((one, other) => one - other)).toEqual(numbers);
});

test('an agenda delivers the earliest first and goes on after an error', async () => {
  const delivered: string[] = [];
  const source = (name: string, dues: number[]): Parameters<typeof createAgenda>[0][number] => ({
    nextDueAt: () => dues[0],
    deliverDue: async () => {
      delivered.push(`${name}${dues.shift()}`);
      if (name === 'c') throw new Error('c fails');
    },
  });
  const agenda = createAgenda([source('a', [1, 5]), source('b', [2]), source('c', [3])]);
  await agenda.deliver(4);
  await agenda.deliver(4);
  await expect(agenda.deliver(4)).rejects.toThrow('c fails');
  await agenda.deliver(4);
  expect(delivered).toEqual(['a1', 'b2', 'c3']);
  expect(agenda.nextDueAt()).toBe(5);
});
