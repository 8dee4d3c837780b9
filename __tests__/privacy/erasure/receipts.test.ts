import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import type { LocalForge } from '../../../local/forge';
import { linkDigest } from '../../../src/privacy/erasure/receipts';
import { FIRST_PREVIOUS, type ReceiptLink } from '../../../src/privacy/data-sets/receipt';
import { personOf } from '../../behaviour/person';
import { stored } from '../../properties/stored';
import { openTestForge } from '../../setup/test-forge';
import { PEOPLE } from '../../setup/test-site';

const CODE = 'ABCDEFGHJKMNPQRSTVWXYZ234567';
const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex');

let forge: LocalForge;
beforeEach(async () => {
  forge = await openTestForge();
});
afterEach(() => forge.close());

const chain = (): ReceiptLink[] =>
  stored(forge).rows.flatMap(({ entityName, value }) =>
    entityName === 'receipt' ? [value as ReceiptLink] : [],
  );

async function erase(accountId: string, code: string): Promise<void> {
  await personOf(forge, accountId).log('2026-02-27');
  await personOf(forge, accountId).user('eraseMyData', { receiptHash: hashOf(code) });
}

test('whoever has the code can check the receipt, and it says what was erased', async () => {
  await erase(PEOPLE.anna, CODE);
  await forge.clock.advance(300_000);
  const answer = await personOf(forge, PEOPLE.ben).user('checkReceipt', { code: CODE });
  expect(answer).toMatchObject({
    state: 'valid',
    receipt: { number: '1', askedBy: 'person', erased: { 'time-entry': 1, 'day-totals': 1, person: 1 } },
  });
  expect(JSON.stringify(chain())).not.toContain(PEOPLE.anna);
});

test('another code finds nothing, and nothing is found before the end', async () => {
  await erase(PEOPLE.anna, CODE);
  expect(await personOf(forge, PEOPLE.anna).user('checkReceipt', { code: CODE })).toEqual({
    state: 'unknown',
  });
  await forge.clock.advance(300_000);
  const other = await personOf(forge, PEOPLE.anna).user('checkReceipt', { code: CODE.replace('A', 'B') });
  expect(other).toEqual({ state: 'unknown' });
});

test('receipts form a chain, also when erasures end at the same moment', async () => {
  const people = [PEOPLE.anna, PEOPLE.ben, PEOPLE.chloe];
  for (const accountId of people) await erase(accountId, `${CODE}${accountId.slice(-4)}`.toUpperCase());
  forge.queue.mode.parallel = 3;
  await forge.clock.advance(300_000);
  const links = chain().sort((one, other) => Number(one.number) - Number(other.number));
  expect(links.map(({ number }) => number)).toEqual(['1', '2', '3']);
  links.forEach((link, at) => {
    expect(link.previous).toBe(links[at - 1]?.digest ?? FIRST_PREVIOUS);
    expect(link.digest).toBe(linkDigest(link.previous, link));
  });
});

test('a link with a code has the digest that it has had from the beginning', () => {
  const content = {
    number: '7',
    askedBy: 'person' as const,
    askedAt: 'A',
    doneAt: 'B',
    mapVersion: 'C',
    erased: { person: 1, 'day-totals': 2 },
    receiptHash: 'D',
  } as const;
  const lines = 'P\nnumber 7\naskedBy person\naskedAt A\ndoneAt B\nmapVersion C\nreceiptHash D';
  expect(linkDigest('P', content)).toBe(hashOf(`${lines}\nerased day-totals 2\nerased person 1`));
});

test('the digest covers every part of a receipt', () => {
  const digest = fc.stringMatching(/^[0-9a-f]{64}$/);
  const content = fc
    .record({
      number: fc.integer({ min: 1, max: 9999 }).map(String),
      askedBy: fc.constantFrom('person', 'administrator'),
      askedAt: fc.constantFrom('2026-03-01T00:00:00.000Z', '2026-03-02T00:00:00.000Z'),
      doneAt: fc.constantFrom('2026-03-03T00:00:00.000Z', '2026-03-04T00:00:00.000Z'),
      mapVersion: fc.stringMatching(/^[0-9a-f]{16}$/),
      erased: fc.dictionary(fc.constantFrom('time-entry', 'person', 'day-totals'), fc.nat()),
      receiptHash: fc.option(digest, { nil: undefined }),
    })
    .map(({ receiptHash, ...rest }) => (receiptHash === undefined ? rest : { ...rest, receiptHash }));
  fc.assert(
    fc.property(digest, content, content, (previous, one, other) => {
      const sorted = (value: object): string =>
        JSON.stringify(value, (_, inner: unknown) =>
          typeof inner === 'object' && inner !== null
            ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
            : inner,
        );
      expect(linkDigest(previous, one) === linkDigest(previous, other)).toBe(sorted(one) === sorted(other));
    }),
  );
});
