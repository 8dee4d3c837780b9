import { nobody, type DataSet } from '../../storage/data-set';
import { ASKERS, type Asker } from './erasure-job';

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
const request = 'pd:PrivacyPreference' as const;
const digest = { kind: 'digest' } as const;

export const RECEIPT: DataSet<ReceiptLink> = {
  name: 'receipt',
  place: 'entity',
  key: [['number', { kind: 'integer-text' }]],
  fields: {
    number: { value: { kind: 'integer-text' }, category: request, what: 'data.receipt-number' },
    askedBy: {
      value: { kind: 'one-of', values: ASKERS },
      category: request,
      what: 'data.receipt-asked-by',
    },
    askedAt: { value: { kind: 'instant' }, category: request, what: 'data.erasure-asked-at' },
    decidedAt: {
      value: { kind: 'instant' },
      optional: true,
      category: request,
      what: 'data.erasure-decided-at',
    },
    doneAt: {
      value: { kind: 'instant' },
      category: request,
      what: 'data.erasure-done-at',
    },
    mapVersion: { value: digest, category: request, what: 'data.erasure-map-version' },
    erased: {
      value: { kind: 'numbers', by: { kind: 'data-set' }, max: 2_147_483_647, most: 20 },
      category: request,
      what: 'data.receipt-erased',
    },
    missed: {
      value: { kind: 'numbers', by: { kind: 'data-set' }, max: 2_147_483_647, most: 20 },
      optional: true,
      category: request,
      what: 'data.receipt-missed',
    },
    receiptHash: {
      value: digest,
      optional: true,
      category: 'dpv:PseudonymisedData',
      what: 'data.receipt-hash',
    },
    previous: { value: digest, category: request, what: 'data.receipt-previous' },
    digest: { value: digest, category: request, what: 'data.receipt-digest' },
  },
  indexes: [
    { name: 'by-hash', partition: ['receiptHash'], range: 'doneAt' },
    { name: 'doneAt', partition: [], range: 'doneAt' },
  ],
  about: 'pseudonym',
  title: 'data.receipt-title',
  what: 'data.receipt-what',
  purpose: 'data.receipt-purpose',
  usedFor: ['proof'],
  retention: {
    fixed: {
      days: RECEIPT_DAYS,
      index: 'doneAt',
      partitions: [[]],
      why: 'data.receipt-why',
    },
    words: 'data.receipt-retention',
    values: { days: RECEIPT_DAYS },
  },
  erasure: { effect: 'keep', words: 'data.receipt-erasure' },
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
      what: 'data.receipt-head-length',
    },
    digest: { value: digest, category: nobody, what: 'data.receipt-head-digest' },
  },
  indexes: [],
  about: 'nobody',
  title: 'data.receipt-head-title',
  what: 'data.receipt-head-what',
  purpose: 'data.receipt-head-purpose',
  retention: { words: 'data.kept-while-installed' },
  erasure: { effect: 'keep', words: 'data.about-nobody' },
  exported: false,
};
