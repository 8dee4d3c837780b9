import type { Receipt } from '../../src/contract';
import { PEOPLE } from '../setup/test-site';
import { CODE, hashOf } from './receipt-files';
import { useWebhook } from './webhook-scene';

const { anna, ben, chloe } = PEOPLE;
const DAY_MS = 86_400_000;

const scene = useWebhook();
const { admin } = scene;
const links = async (): Promise<Receipt[]> => (await admin().admin('getReceiptChain', {})).links;

/** What an administrator finds in the list of erasures, and what they then save. */
async function savedReceipt(askedBy: string): Promise<Receipt | undefined> {
  const { erasures } = await admin().admin('listErasures', {});
  const listed = erasures.find((job) => job.askedBy === askedBy);
  const { receipt } = await admin().admin('getJob', { id: listed?.id });
  expect(receipt?.number).toBe(listed?.receiptNumber);
  return receipt;
}

const check = ({ number, digest }: Receipt) =>
  scene.app.person(PEOPLE.noData).user('checkReceipt', { number, digest });

test('an erasure that Atlassian asked for gives the administrator a receipt, which anybody can check', async () => {
  await scene.app.forge.jira.closeAccount(ben);
  await scene.app.forge.clock.advance(30 * DAY_MS);
  const receipt = await savedReceipt('atlassian');
  if (!receipt) throw new Error('there is no receipt');
  expect(receipt).toMatchObject({
    number: '1',
    askedBy: 'atlassian',
    erased: { 'time-entry': 1, person: 1 },
  });
  expect(receipt).not.toHaveProperty('receiptHash');
  expect(JSON.stringify(receipt)).not.toContain(ben);
  await expect(check(receipt)).resolves.toEqual({ state: 'valid', receipt });
});

test('so does an approved request that came through the webhook, and the request says that it has no code', async () => {
  await scene.call(scene.bodyOf({ subject_request_type: 'erasure', accounts: [{ accountId: anna }] }));
  await scene.settle();
  const { requests } = await admin().admin('listRequests');
  expect(requests).toMatchObject([{ accountId: anna, hasReceiptCode: false }]);
  const which = { accountId: anna, type: 'erasure', id: requests[0]?.id };
  await admin().admin('decideRequest', { ...which, decision: 'approve' });
  await scene.app.forge.clock.advance(10 * 60_000);
  const receipt = await savedReceipt('webhook');
  if (!receipt) throw new Error('there is no receipt');
  await expect(check(receipt)).resolves.toEqual({ state: 'valid', receipt });
});

test('so does the end of a registration without records, and chains with and without codes are one', async () => {
  await scene.app.person(chloe).log('2026-02-27');
  await scene.app.person(chloe).user('eraseMyData', { receiptHash: hashOf(CODE) });
  await scene.app.forge.clock.advance(300_000);
  const { entries } = await scene.app.person(ben).user('listEntries');
  await scene.app.person(ben).user('deleteEntries', { ids: entries.map(({ id }) => id) });
  await scene.app.forge.clock.advance(5 * DAY_MS);
  const chain = await links();
  expect(chain.map(({ number, askedBy }) => [number, askedBy])).toEqual([
    ['1', 'person'],
    ['2', 'retention'],
  ]);
  expect(chain[1]?.previous).toBe(chain[0]?.digest);
  for (const link of chain) await expect(check(link)).resolves.toMatchObject({ state: 'valid' });
  const byCode = { code: CODE.replaceAll('-', '') };
  await expect(admin().admin('checkReceipt', byCode)).resolves.toMatchObject({ receipt: { number: '1' } });
});

test('a digest that is not of that number gets no receipt, nor does a number that nobody has', async () => {
  await scene.app.forge.jira.closeAccount(ben);
  await scene.app.forge.clock.advance(30 * DAY_MS);
  const [link] = await links();
  if (!link) throw new Error('there is no receipt');
  await expect(check({ ...link, digest: 'a'.repeat(64) })).resolves.toEqual({ state: 'differs' });
  await expect(check({ ...link, number: '2' })).resolves.toEqual({ state: 'unknown' });
  const number = { number: '1' } as object;
  const { error } = await admin().admin('checkReceipt', number);
  expect(error?.code).toBe('INVALID');
});

test('a receipt without a code that was changed in the store is broken', async () => {
  await scene.app.forge.jira.closeAccount(ben);
  await scene.app.forge.clock.advance(30 * DAY_MS);
  const [link] = await links();
  if (!link) throw new Error('there is no receipt');
  const { storageId } = scene.app.forge.installations.get();
  const value = { ...link, askedBy: 'person' };
  await scene.app.forge.storage.load(storageId, [
    { store: 'entity', entityName: 'receipt', key: '1', value },
  ]);
  await expect(check(link)).resolves.toEqual({ state: 'broken' });
});
