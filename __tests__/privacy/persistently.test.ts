import * as fc from 'fast-check';
import { pauseAfter, persistently, type Patience } from '../../src/privacy/persistently';
import { Refused } from '../../src/privacy/errors';
import { StorageBusyError, StorageRefusedError } from '../../src/storage/failures';
import { runCount } from '../setup/run-count';
import { openMemoryScene } from './reporting/memory-scene';

const patience = fc.record<Patience>({
  first: fc.integer({ min: 1, max: 1_000 }),
  longest: fc.integer({ min: 1_000, max: 20_000 }),
  inAll: fc.integer({ min: 0, max: 100_000 }),
});
const chance = fc.double({ min: 0, max: 1, noNaN: true });
const numRuns = runCount(300, 10_000);

describe('The pauses before storage is asked again', () => {
  test('grow to the longest, whatever chance says, and never beyond', () => {
    fc.assert(
      fc.property(patience, fc.integer({ min: 1, max: 60 }), chance, chance, (given, attempt, one, other) => {
        const before = pauseAfter(attempt, one, given);
        const after = pauseAfter(attempt + 1, other, given);
        expect(before).toBeGreaterThan(0);
        expect(after).toBeLessThanOrEqual(given.longest);
        expect(after).toBeGreaterThanOrEqual(Math.min(before, given.longest / 2));
      }),
      { numRuns },
    );
  });

  test('differ by chance, by as much as half of the longer', () => {
    fc.assert(
      fc.property(patience, fc.integer({ min: 1, max: 60 }), (given, attempt) => {
        expect(pauseAfter(attempt, 1, given)).toBe(2 * pauseAfter(attempt, 0, given));
      }),
      { numRuns },
    );
  });

  test('never take more than the patience, nor more than the invocation has left', async () => {
    await fc.assert(
      fc.asyncProperty(patience, fc.integer({ min: 0, max: 60_000 }), async (given, remainingMs) => {
        const scene = openMemoryScene();
        const end = scene.engine.now().getTime() + remainingMs;
        const engine = { ...scene.engine, remainingMs: () => end - scene.engine.now().getTime() };
        const refused = async () => {
          throw new StorageRefusedError('TAKEN');
        };
        await expect(persistently(engine, refused, given)).rejects.toThrow(StorageBusyError);
        const paused = scene.pauses.reduce((sum, ms) => sum + ms, 0);
        expect(paused).toBeLessThanOrEqual(given.inAll);
        expect(paused).toBeLessThanOrEqual(Math.max(remainingMs - 3_000, 0));
      }),
      { numRuns },
    );
  });
});

describe('What is done persistently', () => {
  const failing = (times: number, error: Error) => {
    let left = times;
    return async (): Promise<string> => {
      if ((left -= 1) >= 0) throw error;
      return 'done';
    };
  };

  test.each([
    ['refused', new StorageRefusedError('TAKEN')],
    ['did not answer', new StorageBusyError('SILENT')],
  ])('is done again where storage %s', async (_, error) => {
    const { engine, pauses } = openMemoryScene();
    await expect(persistently(engine, failing(8, error))).resolves.toBe('done');
    expect(pauses).toHaveLength(8);
  });

  test.each([
    ['the app refused', new Refused('CONFLICT', 'refused.restricted')],
    ['our code is wrong', new TypeError('a mistake')],
  ])('is not done again where %s', async (_, error) => {
    const { engine, pauses } = openMemoryScene();
    await expect(persistently(engine, failing(1, error))).rejects.toBe(error);
    expect(pauses).toEqual([]);
  });

  test('is told as busy when it has failed for as long as a call of a page may take', async () => {
    const { engine, pauses } = openMemoryScene();
    await expect(persistently(engine, failing(1_000, new StorageRefusedError('TAKEN')))).rejects.toThrow(
      'storage is busy: TAKEN',
    );
    const paused = pauses.reduce((sum, ms) => sum + ms, 0);
    expect(paused).toBeGreaterThan(18_000);
    expect(paused).toBeLessThanOrEqual(20_000);
  });
});
