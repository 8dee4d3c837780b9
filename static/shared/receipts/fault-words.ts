import type { Key } from '../words/words';
import type { Fault } from './check-receipt';

/** What is wrong with a receipt, and what that means, in plain words. */
export const faultWords = {
  'no-receipt': { title: 'receipts.no-receipt-title', words: 'receipts.no-receipt' },
  'code-differs': { title: 'receipts.changed-title', words: 'receipts.code-differs' },
  changed: { title: 'receipts.changed-title', words: 'receipts.changed' },
  unknown: { title: 'receipts.unknown-title', words: 'receipts.unknown' },
  'not-held': { title: 'receipts.not-held-title', words: 'receipts.not-held' },
  'chain-differs': { title: 'receipts.chain-differs-title', words: 'receipts.chain-differs' },
  broken: { title: 'receipts.broken-title', words: 'receipts.broken' },
} as const satisfies Record<Fault, { title: Key; words: Key }>;
