import { personOf } from './person';
import { CODE, hashOf } from './receipt-files';
import { contradictions, stored } from '../properties/stored';
import { openTestForge } from '../setup/test-forge';
import { PEOPLE } from '../setup/test-site';

const { anna, admin } = PEOPLE;
const HASH = 'd'.repeat(64);
const MEETINGS = Array.from({ length: 60 }, (_, seed) => seed);

/** Two erase Anna at the same moment; gives how many different erasures came of it, and how many were told of. */
async function eraseTwice(seed: number): Promise<{ begun: number; told: number }> {
  const forge = await openTestForge({
    seed,
    callMs: { min: 20, max: 60 },
    storage: { conditionOnMissingRow: 'passes' },
  });
  await personOf(forge, anna).log('2026-02-27');
  const answers = await Promise.all([
    personOf(forge, anna).user('eraseMyData', { receiptHash: HASH }),
    personOf(forge, admin).admin('erasePerson', {
      accountId: anna,
      reason: 'person-asked',
      receiptHash: HASH,
    }),
  ]);
  const begun = stored(forge).rows.filter(({ entityName }) => entityName === 'erasure').length;
  await forge.clock.advance(10 * 60_000);
  expect(contradictions(forge)).toEqual([]);
  await forge.close();
  return { begun, told: new Set(answers.map(({ id }) => id)).size };
}

test('two who erase a person at the same moment begin one erasure, and both are told of it', async () => {
  const others: number[] = [];
  for (const seed of MEETINGS) {
    const { begun, told } = await eraseTwice(seed);
    if (begun !== 1 || told !== 1) others.push(seed);
  }
  expect(others).toEqual([]);
}, 120_000);

const everyone = [anna, PEOPLE.ben, PEOPLE.chloe];

/** Two administrators erase the same people at the same moment; gives the states of the receipts that their codes find. */
async function eraseAllTwice(seed: number): Promise<string[]> {
  const forge = await openTestForge({
    seed,
    callMs: { min: 20, max: 60 },
    storage: { conditionOnMissingRow: 'passes' },
  });
  for (const accountId of everyone) await personOf(forge, accountId).log('2026-02-27');
  const codes = ['F', 'S'].map((who) => everyone.map((_, at) => `${CODE}${who}${at}`));
  const { admin: asAdmin } = personOf(forge, admin);
  await Promise.all(
    codes.map((own) => {
      const people = own.map((code, at) => ({ accountId: everyone[at], receiptHash: hashOf(code) }));
      return asAdmin('erasePeople', { people, reason: 'left-organisation' });
    }),
  );
  await forge.clock.advance(20 * 60_000);
  const answers = codes.flat().map((code) => asAdmin('checkReceipt', { code: code.replaceAll('-', '') }));
  const states = (await Promise.all(answers)).map(({ state }) => state);
  expect(contradictions(forge)).toEqual([]);
  await forge.close();
  return states;
}

test('two who erase the same people at the same moment each get a receipt for everyone', async () => {
  const states: string[] = [];
  for (const seed of MEETINGS.slice(0, 20)) states.push(...(await eraseAllTwice(seed)));
  expect(states.filter((state) => state !== 'valid')).toEqual([]);
}, 120_000);
