import type { ReceiptChainPage } from '../../contract';
import {
  FIRST_PREVIOUS,
  RECEIPT,
  RECEIPT_HEAD,
  RECEIPT_HEAD_KEY,
  type ReceiptHead,
} from '../data-sets/receipt';
import type { Engine } from '../engine';

const NO_CHAIN: ReceiptHead = { length: 0, digest: FIRST_PREVIOUS };
/** Links looked at from the end where the index does not say which is the oldest. */
const LAST_LINKS = 100;

/** Links of the chain after a number, strictly read in the order of their numbers, with its end. */
export async function readChain(
  engine: Engine,
  after: string | undefined,
  limit: number,
): Promise<ReceiptChainPage> {
  const head = (await engine.store.get(RECEIPT_HEAD, RECEIPT_HEAD_KEY)) ?? NO_CHAIN;
  const from = after === undefined ? await firstNumber(engine, head) : Number(after) + 1;
  const numbers = Array.from({ length: Math.max(0, Math.min(limit, head.length - from + 1)) }, (_, at) =>
    String(from + at),
  );
  const rows = await engine.store.getAll(numbers.map((key) => ({ dataSet: RECEIPT, key })));
  const last = numbers.at(-1);
  const more = last !== undefined && Number(last) < head.length;
  return {
    links: rows.filter((row) => row !== undefined),
    head,
    ...(more && { next: last }),
  };
}

/** Of the oldest receipt that has not been pruned. */
async function firstNumber(engine: Engine, head: ReceiptHead): Promise<number> {
  const [oldest] = await engine.store.query(RECEIPT, { index: 'doneAt', limit: 1 });
  return oldest ? Number(oldest.key) : Math.max(1, head.length - LAST_LINKS + 1);
}
