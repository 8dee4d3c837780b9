import type { DataSet } from '../../storage/data-set';
import { ASKERS, type Asker } from './erasure-job';
import { inDays } from './words';

/** What an erasure came to: the part of a receipt that its holder and the app both have. */
export interface ReceiptContent {
  number: string;
  askedBy: Asker;
  askedAt: string;
  /** Where a request asked for it: when an administrator approved that; `askedAt` is then the day of its receipt. */
  decidedAt?: string;
  doneAt: string;
  /** Version of the data map. */
  mapVersion: string;
  /** Records by data set: counted before, and found to be gone. */
  erased: Record<string, number>;
  /** Records by data set that were counted before and that no look found, where there are any. */
  missed?: Record<string, number>;
  /** SHA-256 of what the asker's browser sent, the SHA-256 of the code that it keeps; missing where no browser asked. */
  receiptHash?: string;
}

/** One link of the chain: it names nobody, and with its digest covers every link before it. */
export interface ReceiptLink extends ReceiptContent {
  previous: string;
  digest: string;
}

/** The end of the chain. It always exists, so that appending never rests on a missing row. */
export interface ReceiptHead {
  length: number;
  digest: string;
}

export const RECEIPT_HEAD_KEY = 'head';
/** Where the chain begins. */
export const FIRST_PREVIOUS = '0'.repeat(64);
const RECEIPT_DAYS = 1095;
const nobody = 'dpv:NonPersonalData' as const;
const request = 'pd:PrivacyPreference' as const;
const digest = { kind: 'digest' } as const;

export const RECEIPT: DataSet<ReceiptLink> = {
  name: 'receipt',
  place: 'entity',
  key: [['number', { kind: 'integer-text' }]],
  fields: {
    number: { value: { kind: 'integer-text' }, category: request, what: 'Its number' },
    askedBy: {
      value: { kind: 'one-of', values: ASKERS },
      category: request,
      what: 'Who asked for the deletion, by role',
    },
    askedAt: { value: { kind: 'instant' }, category: request, what: 'When it was asked for' },
    decidedAt: {
      value: { kind: 'instant' },
      optional: true,
      category: request,
      what: 'When an administrator approved the request for it',
    },
    doneAt: {
      value: { kind: 'instant' },
      category: request,
      what: 'When the app found no record of you any more',
    },
    mapVersion: { value: digest, category: request, what: 'The version of this table at that time' },
    erased: {
      value: { kind: 'numbers', by: { kind: 'data-set' }, max: 2_147_483_647, most: 20 },
      category: request,
      what: 'How many records of each kind were deleted',
    },
    missed: {
      value: { kind: 'numbers', by: { kind: 'data-set' }, max: 2_147_483_647, most: 20 },
      optional: true,
      category: request,
      what: 'How many records of each kind were counted before and not found',
    },
    receiptHash: {
      value: digest,
      optional: true,
      category: 'dpv:PseudonymisedData',
      what: 'A code made from the receipt code, if somebody asked for the deletion in a browser',
    },
    previous: { value: digest, category: request, what: 'A check code of the receipt before' },
    digest: { value: digest, category: request, what: 'A check code of this receipt' },
  },
  indexes: [
    { name: 'by-hash', partition: ['receiptHash'], range: 'doneAt' },
    { name: 'doneAt', partition: [], range: 'doneAt' },
  ],
  about: 'pseudonym',
  title: 'Deletion receipts',
  what: 'When a deletion was complete and how many records it deleted. It does not say whose data it was.',
  purpose: 'So that the person with the receipt code can check that the deletion was complete.',
  usedFor: ['proof'],
  retention: {
    fixed: { days: RECEIPT_DAYS, index: 'doneAt', partitions: [[]] },
    words: `Deleted after ${inDays(RECEIPT_DAYS)}.`,
  },
  erasure: { effect: 'keep', words: 'It proves the deletion, and does not contain your account ID.' },
  exported: false,
};

export const RECEIPT_HEAD: DataSet<ReceiptHead> = {
  name: 'receipt-head',
  place: 'app-state',
  key: [['name', { kind: 'one-of', values: [RECEIPT_HEAD_KEY] }]],
  fields: {
    length: {
      value: { kind: 'integer', min: 0, max: 2_147_483_647 },
      category: nobody,
      what: 'How many receipts there have been',
    },
    digest: { value: digest, category: nobody, what: 'Digest of the last one' },
  },
  indexes: [],
  about: 'nobody',
  title: 'End of the chain of receipts',
  what: 'How many receipts there have been, and the digest of the last.',
  purpose: 'To append receipts one after the other.',
  retention: { words: 'Kept while the app is installed.' },
  erasure: { effect: 'keep', words: 'It says nothing about anyone.' },
  exported: false,
};
