import { engine } from '../../../src/app';
import * as app from '../../../src/index';
import { Refused } from '../../../src/privacy/errors';
import { writeAbout } from '../../../src/privacy/person/write';
import { TIME_ENTRY } from '../../../src/timesheet/time-entry';
import { personOf } from '../../behaviour/person';
import { contradictions, storeMentions } from '../../properties/stored';
import { openTestForge } from '../../setup/test-forge';
import { PEOPLE } from '../../setup/test-site';

const ID = '11111111222243338444555555555555';
const HASH = 'd'.repeat(64);

const row = {
  accountId: PEOPLE.anna,
  issueId: '20001',
  startedOn: '2026-02-01',
  seconds: 3600,
  createdAt: '2026-02-01T10:00:00.000Z',
  position: `2026-02-01#${ID}`,
};

/** A write that reads the person, then waits for `meanwhile` before its transaction: as late as a write can be. */
function lateWrite(meanwhile: () => Promise<void>): Promise<unknown> {
  let waited = false;
  return writeAbout(engine, {
    accountId: PEOPLE.anna,
    causedAt: engine.now(),
    registers: true,
    reads: [],
    plan: async () => {
      if (!waited) await meanwhile();
      waited = true;
      return {
        write: [{ do: 'add', dataSet: TIME_ENTRY, key: `${PEOPLE.anna}#${ID}`, row }],
        result: 'written',
      };
    },
  }).catch((error: unknown) => (error instanceof Refused ? error.code : 'failed'));
}

describe.each(['fails', 'passes', 'evaluated'] as const)('a condition on a missing row %s', (meaning) => {
  test('a write that comes after an erasure has ended brings nobody back', async () => {
    let outcome: unknown;
    let meanwhile = (): Promise<void> => Promise.resolve();
    const forge = await openTestForge({
      storage: { conditionOnMissingRow: meaning },
      app: {
        kind: 'module',
        files: {
          index: async () => ({ ...app, runDaily: async () => (outcome = await lateWrite(meanwhile)) }),
        },
      },
    });
    const anna = personOf(forge, PEOPLE.anna);
    await anna.log('2026-02-27');
    meanwhile = async () => {
      await anna.user('eraseMyData', { receiptHash: HASH });
      await forge.clock.advance(10 * 60_000);
    };
    await forge.schedule.run('daily');
    expect(outcome).toBe('CONFLICT');
    expect(contradictions(forge)).toEqual([]);
    expect(storeMentions(forge, PEOPLE.anna)).toBe(false);
    expect((await anna.log('2026-03-01')).error).toBeUndefined();
    await forge.close();
  });
});
