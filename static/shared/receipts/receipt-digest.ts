import type { Receipt } from '../../../src/contract';
import { sha256Hex } from '../sha256';

/** The digest of a receipt, made in this browser from what it says (docs/receipts.md has the form). */
export function digestOfReceipt(receipt: Receipt): Promise<string> {
  const { previous, number, askedBy, askedAt, decidedAt, doneAt, mapVersion, receiptHash } = receipt;
  const lines = [
    previous,
    `number ${number}`,
    `askedBy ${askedBy}`,
    `askedAt ${askedAt}`,
    ...(decidedAt === undefined ? [] : [`decidedAt ${decidedAt}`]),
    `doneAt ${doneAt}`,
    `mapVersion ${mapVersion}`,
    ...(receiptHash === undefined ? [] : [`receiptHash ${receiptHash}`]),
    ...countLines('erased', receipt.erased),
    ...countLines('missed', receipt.missed ?? {}),
  ];
  return sha256Hex(new TextEncoder().encode(lines.join('\n')));
}

const countLines = (what: string, counts: Record<string, number>): string[] =>
  Object.entries(counts)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, records]) => `${what} ${name} ${records}`);
