import { COHORT, REGISTER, REGISTER_KEY, type Cohort } from '../../src/privacy/data-sets/cohort';
import type { DataSet } from '../../src/storage/data-set';
import { addressOf } from '../../src/storage/layout';
import { contradictions, storeMentions } from '../properties/stored';
import { crowdOf, siteWith } from '../setup/crowd';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

/** So many that the second cohort has too little room to be opened again, and the next would be a third. */
const crowd = crowdOf(176);
const app = useForge({ site: siteWith(crowd) });
const { admin, anna, ben, chloe } = PEOPLE;
const DAY_MS = 86_400_000;

/** What a restored backup may leave out. */
const lose = (set: DataSet, key: string): Promise<unknown> =>
  app.forge.storage.handle(
    app.forge.installations.get().storageId,
    'entity/delete',
    JSON.stringify(addressOf(set, key)),
  );

test('where the register of cohorts was lost, none in which somebody stands is written over', async () => {
  for (const accountId of crowd) await app.person(accountId).log('2026-02-26');
  await lose(REGISTER, REGISTER_KEY);
  for (const accountId of [anna, ben, chloe]) {
    expect((await app.person(accountId).log('2026-02-26')).error).toBeUndefined();
  }
  expect(contradictions(app.forge)).toEqual([]);
  expect(app.stored('register')).toMatchObject([{ value: { open: '2' } }]);
});

test.each([
  ['is gone', false],
  ['was made anew since', true],
])('where a cohort %s, the next scan has those who stood in it reported again', async (_, anew) => {
  for (const accountId of [anna, ben, chloe]) await app.person(accountId).log('2026-02-26');
  await lose(COHORT, '1');
  if (anew) await app.person(admin).log('2026-02-27');
  await app.person(chloe).user('eraseMyData', { receiptHash: 'a'.repeat(64) });
  await app.forge.clock.advance(2 * DAY_MS);
  const members = app
    .stored('cohort')
    .flatMap(({ value }) => (value as Cohort).members.map(({ accountId }) => accountId));
  expect(members).toEqual(expect.arrayContaining([anna, ben]));
  expect(app.stored('erasure')).toMatchObject([{ value: { state: 'confirmed' } }]);
  const before = app.forge.atlassian.reports.length;
  await app.forge.clock.advance(8 * DAY_MS);
  const reported = JSON.stringify(app.forge.atlassian.reports.slice(before));
  for (const accountId of [anna, ben]) expect(reported).toContain(accountId);
  expect(contradictions(app.forge)).toEqual([]);
});

test('where a cohort was lost, people can enter it again, and those who stood in it can be erased', async () => {
  for (const accountId of [anna, ben]) await app.person(accountId).log('2026-02-26');
  await lose(COHORT, '1');
  expect((await app.person(chloe).log('2026-02-27')).error).toBeUndefined();
  const receiptHash = 'a'.repeat(64);
  const asked = { accountId: ben, reason: 'person-asked', receiptHash };
  expect((await app.person(anna).user('eraseMyData', { receiptHash })).error).toBeUndefined();
  expect((await app.person(admin).admin('erasePerson', asked)).error).toBeUndefined();
  await app.forge.clock.advance(2 * DAY_MS);
  expect([anna, ben].map((accountId) => storeMentions(app.forge, accountId))).toEqual([false, false]);
  expect(contradictions(app.forge)).toEqual([]);
});
