import type { Receipt } from '../../../src/contract';
import { sha256Hex } from '../sha256';

/** The digest of a receipt, made in this browser from what it says (docs/receipts.md has the form). */
export function digestOfReceipt(receipt: Receipt): Promise<string> {
  const { previous, number, askedBy, askedAt, doneAt, mapVersion, receiptHash } = receipt;
  const erased = Object.entries(receipt.erased).sort(([one], [other]) => (one < other ? -1 : 1));
  const lines = [
    previous,
    `number ${number}`,
    `askedBy ${askedBy}`,
    `askedAt ${askedAt}`,
    `doneAt ${doneAt}`,
    `mapVersion ${mapVersion}`,
    ...(receiptHash === undefined ? [] : [`receiptHash ${receiptHash}`]),
    ...erased.map(([name, records]) => `erased ${name} ${records}`),
  ];
  return sha256Hex(new TextEncoder().encode(lines.join('\n')));
}
