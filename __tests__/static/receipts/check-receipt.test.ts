import { webcrypto } from 'node:crypto';
import * as fc from 'fast-check';
import type { Receipt, ReceiptAnswer } from '../../../src/contract';
import { sha256 } from '../../../src/privacy/digest';
import { linkDigest } from '../../../src/privacy/erasure/receipts';
import { isFailure } from '../../../static/shared/failure';
import { checkByCode, checkByFile } from '../../../static/shared/receipts/check-receipt';
import { digestOfReceipt } from '../../../static/shared/receipts/receipt-digest';
import { readReceiptFile, saysTheSame, toReceiptFile } from '../../../static/shared/receipts/receipt-file';

jest.mock('@forge/bridge', () => ({ invoke: jest.fn() }));

const CODE = 'ABCD-EFGH-JKMN-PQRS-TVWX-YZ23-4567-89AB';
const OTHER = 'c'.repeat(64);

function receiptOf(change: Partial<Receipt> = {}): Receipt {
  const content = {
    number: '7',
    askedBy: 'person',
    askedAt: '2026-03-01T09:00:00.000Z',
    doneAt: '2026-03-01T09:05:00.000Z',
    mapVersion: '0123456789abcdef',
    erased: { 'time-entry': 12, person: 1 },
    receiptHash: sha256(sha256(CODE.replaceAll('-', ''))),
    ...change,
  } as const;
  const previous = 'a'.repeat(64);
  return { ...content, previous, digest: linkDigest(previous, content), ...change };
}

const RECEIPT = receiptOf();
const holds = (receipt: Receipt) =>
  jest.fn(async (): Promise<ReceiptAnswer> => ({ state: 'valid', receipt }));
const faultOf = async (text: string, ask = holds(RECEIPT)): Promise<string> => {
  const outcome = await checkByFile(text, ask);
  if (isFailure(outcome)) return 'failure';
  return outcome.fits ? 'fits' : outcome.fault;
};
const file = (change: object, code = CODE): string => toReceiptFile(code, { ...RECEIPT, ...change });

beforeAll(() => {
  if (!('crypto' in globalThis)) Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
});

describe('a saved receipt', () => {
  it('fits when the app holds the same under its number', async () => {
    const ask = holds(RECEIPT);
    await expect(checkByFile(file({}), ask)).resolves.toEqual({ fits: true, receipt: RECEIPT });
    expect(ask).toHaveBeenCalledWith({ code: CODE.replaceAll('-', ''), number: '7' });
  });

  it.each<[keyof Receipt, unknown]>([
    ['number', '8'],
    ['askedBy', 'atlassian'],
    ['askedAt', '2026-02-01T09:00:00.000Z'],
    ['doneAt', '2026-02-01T09:00:00.000Z'],
    ['mapVersion', 'fedcba9876543210'],
    ['erased', { 'time-entry': 13, person: 1 }],
    ['missed', { 'time-entry': 1 }],
    ['previous', OTHER],
    ['digest', OTHER],
  ])('whose %s was changed is refused, and the app is not even asked', async (name, value) => {
    const ask = holds(RECEIPT);
    await expect(faultOf(file({ [name]: value }), ask)).resolves.toBe('changed');
    expect(ask).not.toHaveBeenCalled();
  });

  it('of an erasure that did not find all it had counted fits when the app holds the same', async () => {
    const receipt = receiptOf({ missed: { 'time-entry': 2, 'day-totals': 1 } });
    await expect(faultOf(toReceiptFile(CODE, receipt), holds(receipt))).resolves.toBe('fits');
    const other = receiptOf({ missed: { 'time-entry': 2 } });
    await expect(faultOf(toReceiptFile(CODE, receipt), holds(other))).resolves.toBe('chain-differs');
    await expect(faultOf(file({ missed: 'none' }))).resolves.toBe('no-receipt');
  });

  it('with another code is refused', async () => {
    await expect(faultOf(file({}, CODE.replace('ABCD', 'ABCE')))).resolves.toBe('code-differs');
    await expect(faultOf(file({ receiptHash: OTHER }))).resolves.toBe('code-differs');
  });

  it('made up anew with a digest of its own is found out by what the app holds', async () => {
    const forged = receiptOf({ erased: { 'time-entry': 500 } });
    await expect(faultOf(toReceiptFile(CODE, forged))).resolves.toBe('chain-differs');
  });

  it.each(['', '{', '[]', '{}', 'null', '"text"', '{"format":"privacy-center-receipt"}'])(
    'is not what %s is',
    async (text) => {
      await expect(faultOf(text)).resolves.toBe('no-receipt');
    },
  );

  it('with a part missing, one too many or a line break in one is none', async () => {
    for (const change of [{ doneAt: undefined }, { note: 'more' }, { doneAt: 'x\nerased time-entry 9' }]) {
      await expect(faultOf(file(change))).resolves.toBe('no-receipt');
    }
  });

  it('is read as it was written', () => {
    expect(readReceiptFile(toReceiptFile(CODE, RECEIPT))).toEqual({ code: CODE, receipt: RECEIPT });
  });
});

describe('a saved receipt without a code', () => {
  const { receiptHash, ...bare } = RECEIPT;
  const noCode: Receipt = { ...bare, digest: linkDigest(bare.previous, bare) };
  const fileOf = (receipt: Receipt): string => toReceiptFile(undefined, receipt);

  it('fits by its number and digest, whether or not there is a code elsewhere', async () => {
    for (const receipt of [noCode, RECEIPT]) {
      const ask = holds(receipt);
      await expect(checkByFile(fileOf(receipt), ask)).resolves.toEqual({ fits: true, receipt });
      expect(ask).toHaveBeenCalledWith({ number: '7', digest: receipt.digest });
    }
    expect(receiptHash).toBeDefined();
  });

  it('is refused where it was changed, another has its number, or none has', async () => {
    await expect(faultOf(fileOf({ ...noCode, askedBy: 'atlassian' }))).resolves.toBe('changed');
    await expect(faultOf(fileOf({ ...noCode, receiptHash: OTHER }))).resolves.toBe('changed');
    const says = (state: 'differs' | 'unknown' | 'broken') => jest.fn(async () => ({ state }));
    await expect(faultOf(fileOf(noCode), says('differs') as never)).resolves.toBe('chain-differs');
    await expect(faultOf(fileOf(noCode), says('unknown') as never)).resolves.toBe('not-held');
    await expect(faultOf(fileOf(noCode), says('broken') as never)).resolves.toBe('broken');
  });

  it('that names a code of no receipt is refused', async () => {
    await expect(faultOf(toReceiptFile(CODE, noCode))).resolves.toBe('code-differs');
  });
});

describe('a code alone', () => {
  it('fits when the app holds a receipt that holds together', async () => {
    await expect(checkByCode(CODE, holds(RECEIPT))).resolves.toEqual({ fits: true, receipt: RECEIPT });
  });

  it('does not fit where the app gives what does not hold together, or is of another code', async () => {
    const broken = { fits: false, fault: 'broken' };
    await expect(checkByCode(CODE, holds({ ...RECEIPT, doneAt: RECEIPT.askedAt }))).resolves.toEqual(broken);
    await expect(checkByCode(CODE.replace('A', 'B'), holds(RECEIPT))).resolves.toEqual(broken);
  });

  it.each(['unknown', 'broken'] as const)('is told to be %s as the app says', async (state) => {
    await expect(checkByCode(CODE, async () => ({ state }))).resolves.toEqual({ fits: false, fault: state });
  });
});

const digest = fc.stringMatching(/^[0-9a-f]{64}$/);
const receipts: fc.Arbitrary<Receipt> = fc.record({
  number: fc.integer({ min: 1, max: 9999 }).map(String),
  askedBy: fc.constantFrom('person' as const, 'administrator' as const, 'atlassian' as const),
  askedAt: fc.constantFrom('2026-03-01T00:00:00.000Z', '2026-03-02T00:00:00.000Z'),
  doneAt: fc.constantFrom('2026-03-03T00:00:00.000Z', '2026-03-04T00:00:00.000Z'),
  mapVersion: fc.stringMatching(/^[0-9a-f]{16}$/),
  erased: fc.dictionary(fc.stringMatching(/^[a-z]+(-[a-z]+)?$/), fc.nat()),
  receiptHash: digest,
  previous: digest,
  digest,
});

test('the browser makes the same digest as the app, whatever a receipt says', async () => {
  await fc.assert(
    fc.asyncProperty(receipts, async (receipt) => {
      expect(await digestOfReceipt(receipt)).toBe(linkDigest(receipt.previous, receipt));
    }),
  );
});

test('two receipts say the same only when every part is the same', () => {
  fc.assert(
    fc.property(receipts, receipts, (one, other) => {
      expect(saysTheSame(one, { ...one, erased: { ...one.erased } })).toBe(true);
      expect(saysTheSame(one, other)).toBe(one.digest === other.digest && one.previous === other.previous);
    }),
  );
});
