import type { ErasePeopleRequest, ErasePeopleResult, JobView } from '../../../src/contract';
import { collectChain, toChainFile } from '../../../static/admin/erasures/receipt-chain-file';
import { eraseMany } from '../../../static/admin/people/erasing-many';
import { failure, type Failure } from '../../../static/shared/failure';
import { hashReceiptCode } from '../../../static/shared/receipt-code';

jest.mock('@forge/bridge', () => ({ invoke: jest.fn() }));

const job = { id: 'j', state: 'fenced' } as JobView;
const ids = (count: number): string[] => Array.from({ length: count }, (_, at) => `account-${at}`);

describe('erasing many people', () => {
  it('asks for a few at a time, each with a code of its own, and tells how far it is', async () => {
    const asked: ErasePeopleRequest[] = [];
    const seen: number[] = [];
    const erased = await eraseMany(
      ids(23),
      'left-organisation',
      (count) => seen.push(count),
      async (request) => {
        asked.push(request);
        return { answers: request.people.map(({ accountId }) => ({ accountId, job })) };
      },
    );
    expect(asked.map(({ people }) => people.length)).toEqual([10, 10, 3]);
    expect(seen).toEqual([10, 20, 23]);
    expect(erased.begun).toEqual(ids(23));
    expect(erased.notBegun).toEqual([]);
    const hashes = asked.flatMap(({ people }) => people.map(({ receiptHash }) => receiptHash));
    const ofCodes = await Promise.all(erased.codes.map(({ code }) => hashReceiptCode(code)));
    expect(ofCodes).toEqual(hashes);
    expect(new Set(ofCodes).size).toBe(23);
    expect(erased.codes.map(({ accountId }) => accountId)).toEqual(ids(23));
  });

  it('keeps no code of who was not begun, and goes on after a call that failed', async () => {
    const answers: Array<ErasePeopleResult | Failure> = [
      failure('no answer'),
      {
        answers: ids(12)
          .slice(10)
          .map((accountId, at) => (at === 0 ? { accountId, job } : { accountId })),
      },
    ];
    const ask = async () => answers.shift() ?? failure('asked too often');
    const erased = await eraseMany(ids(12), 'left-organisation', () => undefined, ask);
    expect(erased.begun).toEqual(['account-10']);
    expect(erased.codes).toHaveLength(1);
    expect(erased.notBegun).toHaveLength(11);
    expect(erased.notBegun[0]).toEqual({ accountId: 'account-0', message: 'no answer' });
    expect(erased.notBegun.at(-1)?.message).toContain('could not tell');
  });
});

describe('the chain of receipts as a file', () => {
  const link = (number: string) => ({ number }) as never;
  const head = (length: number) => ({ length, digest: 'd'.repeat(64) });

  it('is collected page after page, with the end that was read last', async () => {
    const pages = [
      { links: [link('1')], head: head(2), next: '1' },
      { links: [link('2'), link('3')], head: head(3) },
    ];
    const starts: unknown[] = [];
    const chain = await collectChain(async (after) => {
      starts.push(after);
      return pages[starts.length - 1] ?? failure('asked too often');
    });
    expect(starts).toEqual([undefined, '1']);
    expect(chain).toEqual({ head: head(3), links: [link('1'), link('2'), link('3')] });
    expect(toChainFile(chain as never)).toContain('"privacy-center-receipt-chain"');
  });

  it('is all or nothing, and never an endless loop', async () => {
    const lost = failure('no answer');
    await expect(collectChain(async () => lost)).resolves.toBe(lost);
    const stuck = await collectChain(async () => ({ links: [], head: head(3), next: '1' }));
    expect(stuck).toMatchObject({ error: { code: 'FAILED' } });
  });
});
