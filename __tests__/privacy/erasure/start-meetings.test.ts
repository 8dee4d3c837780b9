import type { LocalForge } from '../../../local/forge';
import { engine } from '../../../src/app';
import type { JobView } from '../../../src/contract';
import { emptyCohort } from '../../../src/privacy/cohorts';
import type { ErasureJob } from '../../../src/privacy/data-sets/erasure-job';
import type { Engine } from '../../../src/privacy/engine';
import { runErasure } from '../../../src/privacy/erasure/run';
import { startErasure, type ErasureAsked } from '../../../src/privacy/erasure/start';
import { Refused } from '../../../src/privacy/errors';
import { toInstant } from '../../../src/privacy/time';
import { personOf } from '../../behaviour/person';
import { contradictions, stored, storeMentions } from '../../properties/stored';
import type { Inside } from '../../setup/inside';
import { PEOPLE } from '../../setup/test-site';
import { heldBefore, openBeside } from './meeting';

const { anna, ben } = PEOPLE;
const HASH = 'd'.repeat(64);
const ASKED: ErasureAsked = { accountId: anna, askedBy: 'administrator', marker: 'erased' };

/** How the erasure went: as begun, or the code of the refusal. */
type Outcome = JobView | string;

let inside: Inside;
let forge: LocalForge;
const annaLogs = (day: string) => personOf(forge, anna).log(day);
const annaAsks = () => personOf(forge, anna).user('eraseMyData', { receiptHash: HASH });
const jobs = (): ErasureJob[] =>
  stored(forge).rows.flatMap(({ entityName, value }) =>
    entityName === 'erasure' ? [value as ErasureJob] : [],
  );
const daysOf = (accountId: string): string[] =>
  stored(forge).entries.flatMap((entry) => (entry.accountId === accountId ? [entry.startedOn] : []));

/** Begins an erasure of Anna in a function of its own, and gives how it went. */
const erase = (asked: Partial<ErasureAsked>, by: Engine): Promise<Outcome> =>
  inside.run(() =>
    startErasure(by, { ...ASKED, ...asked }).catch((error: unknown) =>
      error instanceof Refused ? error.code : String(error),
    ),
  );

/** Everything ends, and the store does not contradict itself. */
async function expectConsistentAtTheEnd(): Promise<void> {
  await forge.clock.advance(10 * 60_000);
  expect(contradictions(forge)).toEqual([]);
  expect(jobs().filter(({ state }) => state !== 'done')).toEqual([]);
}

describe.each(['fails', 'passes', 'evaluated'] as const)('a condition on a missing row %s', (meaning) => {
  beforeEach(async () => {
    inside = await openBeside({ storage: { conditionOnMissingRow: meaning } });
    forge = inside.forge;
  });
  afterEach(() => forge.close());

  test('who joins the group of a person at the moment they are erased keeps their place in it', async () => {
    await annaLogs('2026-02-27');
    const held = heldBefore('transaction', () => personOf(forge, ben).log('2026-02-27'));
    await expect(erase({}, held)).resolves.toMatchObject({ state: 'fenced' });
    expect(stored(forge).cohorts.flatMap(({ members }) => members)).toMatchObject([{ accountId: ben }]);
    await expectConsistentAtTheEnd();
    expect(storeMentions(forge, anna)).toBe(false);
  });

  test('an entry that is saved at the moment of an erasure is counted, and erased with the others', async () => {
    await annaLogs('2026-02-27');
    const held = heldBefore('transaction', () => annaLogs('2026-02-28'));
    await expect(erase({}, held)).resolves.toMatchObject({ state: 'fenced' });
    expect(jobs()).toMatchObject([{ expected: { 'time-entry': 2 } }]);
    await expectConsistentAtTheEnd();
    expect(jobs()).toMatchObject([{ erased: { 'time-entry': 2 } }]);
    expect(storeMentions(forge, anna)).toBe(false);
  });

  test('an entry that is saved at the moment its registration goes for being empty keeps it', async () => {
    const { entry } = await annaLogs('2026-02-27');
    await personOf(forge, anna).user('deleteEntries', { ids: [entry.id] });
    await forge.clock.advance(1000, { deliver: false });
    const emptySince = toInstant(new Date(forge.clock.now()));
    const held = heldBefore('transaction', () => annaLogs('2026-02-28'));
    await expect(erase({ askedBy: 'retention', emptySince }, held)).resolves.toBe('CONFLICT');
    expect(daysOf(anna)).toEqual(['2026-02-28']);
    await expectConsistentAtTheEnd();
  });

  test.each(['group', 'transaction'] as const)(
    'of two erasures, one held before its %s, one is begun, and both are told of that one',
    async (call) => {
      await annaLogs('2026-02-27');
      let other: string | undefined;
      const held = heldBefore(call, async () => {
        other = (await annaAsks()).id;
      });
      const outcome = await erase({}, held);
      expect(other).toEqual(expect.any(String));
      expect(outcome).toMatchObject({ id: other, askedBy: 'person' });
      expect(jobs()).toHaveLength(1);
      await expectConsistentAtTheEnd();
    },
  );

  test.each(['group', 'transaction'] as const)(
    'an erasure of one stay, held before its %s until the person is erased and back, leaves the later stay alone',
    async (call) => {
      await annaLogs('2026-02-27');
      const stay = stored(forge).people[0]?.epoch ?? '';
      const held = heldBefore(call, async () => {
        await annaAsks();
        await forge.clock.advance(10 * 60_000);
        await annaLogs('2026-03-01');
      });
      await expect(erase({ stay }, held)).resolves.toBe('NOT_FOUND');
      expect(daysOf(anna)).toEqual(['2026-03-01']);
      expect(stored(forge).people.map(({ epoch }) => epoch)).not.toContain(stay);
      await expectConsistentAtTheEnd();
      expect(daysOf(anna)).toEqual(['2026-03-01']);
    },
  );

  test('somebody whom a restored store has in no group is erased all the same', async () => {
    await annaLogs('2026-02-27');
    const [{ key, ...group } = { key: '', ...emptyCohort() }] = stored(forge).cohorts;
    await forge.storage.load(forge.installations.get().storageId, [
      { store: 'entity', entityName: 'cohort', key, value: { ...group, size: 0, members: [] } },
    ]);
    await expect(erase({}, engine)).resolves.toMatchObject({ state: 'fenced' });
    await expectConsistentAtTheEnd();
    expect(storeMentions(forge, anna)).toBe(false);
  });

  test('a receipt code that comes at the moment a noted erasure begins is not lost', async () => {
    await annaLogs('2026-02-27');
    const note = (receiptHash: string) => {
      const wishes = { people: [{ accountId: anna, receiptHash }], reason: 'person-asked' };
      return personOf(forge, PEOPLE.admin).admin('erasePeople', wishes);
    };
    await note(HASH);
    const [noted] = stored(forge).rows.filter(({ entityName }) => entityName === 'erasure');
    const held = heldBefore('transaction', () => note('e'.repeat(64)));
    await inside.run(() => runErasure(held, noted?.key ?? '').catch(() => undefined));
    await expectConsistentAtTheEnd();
    const receipts = stored(forge).rows.filter(({ entityName }) => entityName === 'receipt');
    expect(receipts).toHaveLength(2);
    expect(storeMentions(forge, anna)).toBe(false);
  });

  test.each(['group', 'transaction'] as const)(
    'an erasure held before its %s while it is noted is the noted one, and each who asked has a receipt',
    async (call) => {
      await annaLogs('2026-02-27');
      forge.queue.mode.losses = 1;
      const people = [{ accountId: anna, receiptHash: 'e'.repeat(64) }];
      const held = heldBefore(call, () =>
        personOf(forge, PEOPLE.admin).admin('erasePeople', { people, reason: 'person-asked' }),
      );
      const began = await erase({ askedBy: 'person', receiptHash: HASH }, held);
      forge.queue.mode.losses = 0;
      expect(jobs()).toHaveLength(1);
      expect(began).toMatchObject({ askedBy: 'administrator' });
      await forge.clock.advance(26 * 3_600_000);
      const receipts = stored(forge).rows.filter(({ entityName }) => entityName === 'receipt');
      expect(receipts).toHaveLength(2);
    },
  );

  test('an account that Atlassian closed never comes back where its erasure was noted before', async () => {
    await annaLogs('2026-02-27');
    forge.queue.mode.losses = 1;
    const people = [{ accountId: anna, receiptHash: HASH }];
    await personOf(forge, PEOPLE.admin).admin('erasePeople', { people, reason: 'person-asked' });
    await forge.queue.settle();
    forge.queue.mode.losses = 0;
    await erase({ askedBy: 'atlassian', marker: 'closed' }, engine);
    await expectConsistentAtTheEnd();
    expect(jobs()).toMatchObject([{ askedBy: 'administrator', receiptHash: expect.any(String) }]);
    expect(await annaLogs('2026-03-01')).toMatchObject({ error: { code: 'CONFLICT' } });
  });

  test('an erasure of an earlier stay erases nothing', async () => {
    await annaLogs('2026-02-27');
    await expect(erase({ stay: 'an-earlier-stay-1' }, engine)).resolves.toBe('NOT_FOUND');
    expect(daysOf(anna)).toEqual(['2026-02-27']);
    expect(jobs()).toEqual([]);
  });
});
