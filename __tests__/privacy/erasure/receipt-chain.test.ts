import type { Receipt } from '../../../src/contract';
import {
  FIRST_PREVIOUS,
  RECEIPT,
  RECEIPT_HEAD,
  RECEIPT_HEAD_KEY,
  type ReceiptHead,
} from '../../../src/privacy/data-sets/receipt';
import type { LoadedRow } from '../../../local/storage';
import { sha256 } from '../../../src/privacy/digest';
import { linkDigest } from '../../../src/privacy/erasure/receipts';
import { BARE_CODE, CODE, erasedPeople, hashOf } from '../../behaviour/receipt-files';
import { rawRow } from '../../setup/rows-of';
import { PEOPLE } from '../../setup/test-site';
import { useForge } from '../../setup/use-forge';

const { anna, ben, chloe, noData } = PEOPLE;

const app = useForge();

/** Writes past the app, as somebody would who can change what it stores. */
async function tamper(row: LoadedRow): Promise<void> {
  await app.forge.storage.load(app.forge.installations.get().storageId, [row]);
}

const putLink = (link: Receipt): Promise<void> => tamper(rawRow(RECEIPT, link.number, link));
const putHead = (head: ReceiptHead): Promise<void> => tamper(rawRow(RECEIPT_HEAD, RECEIPT_HEAD_KEY, head));

/** The link with this changed and a digest of its own again. */
function madeAnew(link: Receipt, change: Partial<Receipt>): Receipt {
  const changed = { ...link, ...change };
  return { ...changed, digest: linkDigest(changed.previous, changed) };
}

const bare = (code: string): string => code.replaceAll('-', '');
const answerTo = (code: string, number?: string) =>
  app.person(noData).user('checkReceipt', { code: bare(code), ...(number !== undefined && { number }) });
const stateOf = async ({ code }: { code: string }): Promise<string | undefined> =>
  (await answerTo(code)).state;

test('a chain without links begins with the first', async () => {
  const chain = await app.person(PEOPLE.admin).admin('getReceiptChain', {});
  expect(chain).toEqual({ links: [], head: { length: 0, digest: FIRST_PREVIOUS } });
});

test.each(['doneAt', 'erased', 'previous', 'askedBy'] as const)(
  'a receipt whose %s was changed is broken',
  async (field) => {
    const [anna1] = await erasedPeople(app, [anna]);
    if (!anna1) throw new Error('there is no receipt');
    const changed = {
      doneAt: '2026-03-01T00:00:00.000Z',
      erased: { 'time-entry': 2 },
      previous: 'c'.repeat(64),
      askedBy: 'administrator',
    }[field];
    await putLink({ ...anna1.receipt, [field]: changed });
    await expect(stateOf(anna1)).resolves.toBe('broken');
  },
);

test('a receipt made anew, with a digest of its own, does not fit the next one, nor the next one it', async () => {
  const receipts = await erasedPeople(app, [anna, ben, chloe]);
  const [, second] = receipts;
  if (!second) throw new Error('there is no receipt');
  await putLink(madeAnew(second.receipt, { erased: { 'time-entry': 500 } }));
  const states = await Promise.all(receipts.map(stateOf));
  expect(states).toEqual(['valid', 'broken', 'broken']);
});

test('the last receipt made anew does not fit the head', async () => {
  const receipts = await erasedPeople(app, [anna, ben]);
  const last = receipts[1];
  if (!last) throw new Error('there is no receipt');
  await putLink(madeAnew(last.receipt, { erased: { 'time-entry': 500 } }));
  await expect(Promise.all(receipts.map(stateOf))).resolves.toEqual(['valid', 'broken']);
});

test('a first receipt that follows on something does not fit, though the head fits it', async () => {
  const [first] = await erasedPeople(app, [anna]);
  if (!first) throw new Error('there is no receipt');
  expect(first.receipt.previous).toBe(FIRST_PREVIOUS);
  const link = madeAnew(first.receipt, { previous: 'c'.repeat(64) });
  await putLink(link);
  await putHead({ length: 1, digest: link.digest });
  await expect(stateOf(first)).resolves.toBe('broken');
});

test('a receipt appended past the app, of which the head does not know, is broken', async () => {
  const receipts = await erasedPeople(app, [anna, ben]);
  const last = receipts[1]?.receipt;
  if (!last) throw new Error('there is no receipt');
  const code = CODE.replace(/AB$/, 'ZZ');
  await putLink(madeAnew(last, { number: '3', previous: last.digest, receiptHash: sha256(hashOf(code)) }));
  await expect(stateOf({ code })).resolves.toBe('broken');
});

test('a code with the number of another receipt finds nothing', async () => {
  const receipts = await erasedPeople(app, [anna, ben]);
  const [first, second] = receipts;
  if (!first || !second) throw new Error('there is no receipt');
  await expect(answerTo(first.code, first.receipt.number)).resolves.toMatchObject({ state: 'valid' });
  await expect(answerTo(first.code, second.receipt.number)).resolves.toEqual({ state: 'unknown' });
});

test('a code that several receipts have gives the newest, and by its number each', async () => {
  const receipts = await erasedPeople(app, [anna, anna], () => CODE);
  expect(receipts.map(({ receipt }) => receipt.number)).toEqual(['1', '2']);
  const [first, second] = receipts.map(({ receipt }) => receipt);
  await expect(answerTo(BARE_CODE)).resolves.toEqual({ state: 'valid', receipt: second });
  await expect(answerTo(BARE_CODE, '1')).resolves.toEqual({ state: 'valid', receipt: first });
});
