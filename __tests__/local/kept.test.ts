import { personOf } from '../behaviour/person';
import { prepared } from '../setup/prepared';
import { openTestForge, TEST_START } from '../setup/test-forge';
import { PEOPLE } from '../setup/test-site';
import { storedRows } from '../setup/use-forge';

const HASH = 'a'.repeat(64);
const HOUR_MS = 3_600_000;

test('a Forge that begins with what another kept goes on as that one does', async () => {
  const first = await openTestForge();
  await personOf(first, PEOPLE.anna).log('2026-02-26');
  await personOf(first, PEOPLE.ben).log('2026-02-26');
  await first.jira.changePerson(PEOPLE.ben, { displayName: 'Benedict' });
  await personOf(first, PEOPLE.anna).user('eraseMyData', { receiptHash: HASH });
  const second = await openTestForge({ kept: first.kept() });
  expect(second.clock.now()).toBe(first.clock.now());
  expect(second.queue.pending()).toEqual(first.queue.pending());
  expect(second.queue.pending().length).toBeGreaterThan(0);
  expect(second.installations.list().map(({ id }) => id)).toEqual(
    first.installations.list().map(({ id }) => id),
  );
  expect(second.jira.person(PEOPLE.ben)).toMatchObject({ displayName: 'Benedict' });
  expect(storedRows(second)).toEqual(storedRows(first));
  for (const forge of [first, second]) await forge.clock.advance(HOUR_MS);
  // But for random names of lines in the audit log.
  const [done, doneToo] = [first, second].map((forge) =>
    storedRows(forge).map(({ store, entityName, updatedAt }) => ({ store, entityName, updatedAt })),
  );
  expect(doneToo).toEqual(done);
  expect(storedRows(second, 'erasure')).toMatchObject([{ value: { state: 'done' } }]);
  await Promise.all([first.close(), second.close()]);
});

test('each that begins with it is a copy of its own', async () => {
  const open = await prepared((forge) => personOf(forge, PEOPLE.anna).log('2026-02-26'));
  const [one, other] = [await open(), await open()];
  await personOf(one, PEOPLE.anna).log('2026-02-27');
  await one.clock.advance(HOUR_MS);
  expect(storedRows(one, 'time-entry')).toHaveLength(2);
  expect(storedRows(other, 'time-entry')).toHaveLength(1);
  expect(other.clock.now()).toBeLessThan(TEST_START + HOUR_MS);
  await Promise.all([one.close(), other.close()]);
});
