import { createHash } from 'node:crypto';
import type { Receipt } from '../../src/contract';
import type { TestApp } from '../setup/use-forge';
import { PEOPLE } from '../setup/test-site';

/** A code as a browser writes it, and as it hashes it. */
export const CODE = 'ABCD-EFGH-JKMN-PQRS-TVWX-YZ23-4567-89AB';
export const BARE_CODE = CODE.replaceAll('-', '');

export const hashOf = (code: string): string =>
  createHash('sha256').update(code.replaceAll('-', '')).digest('hex');

/** Has people log time and erase everything, one after the other; gives the receipt of each, by its code. */
export async function erasedPeople(
  app: TestApp,
  accountIds: readonly string[],
  codeOf: (at: number) => string = (at) => CODE.replace(/AB$/, `A${at}`),
): Promise<Array<{ code: string; receipt: Receipt }>> {
  const receipts = [];
  for (const [at, accountId] of accountIds.entries()) {
    const person = app.person(accountId);
    await person.log('2026-02-27');
    const code = codeOf(at);
    const { id } = await person.user('eraseMyData', { receiptHash: hashOf(code) });
    await app.forge.clock.advance(300_000);
    const { receipt } = await app.person(PEOPLE.noData).user('getJob', { id, receiptHash: hashOf(code) });
    if (!receipt) throw new Error('the erasure did not end');
    receipts.push({ code, receipt });
  }
  return receipts;
}
