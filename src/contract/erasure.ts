import type { ErasureReason } from '../privacy/data-sets/reasons';
import type { Asker, JobState } from '../privacy/data-sets/erasure-job';
import type { DataKey, Sentence } from '../../words/types';
import type { AccountId, Instant, Refusal } from './basics';

export interface ErasurePreview {
  dataSets: Array<{ name: string; title: DataKey; records: number; counted?: DataKey }>;
  /** What stays, why, and for how long. */
  kept: Array<{ name: string; title: DataKey; why: Sentence[] }>;
  /** What this app cannot erase: Atlassian's backups, its 28 days after an uninstall, its profile listing. */
  outside: DataKey[];
  /** Whether one's own wish waits for an administrator's approval first. */
  needsApproval?: true;
  /** It waits since an administrator has the data kept for a legal duty or claim. */
  heldByLaw?: true;
  /** As lines of the audit log lead to them: they acted as an administrator. */
  actedHere?: true;
}

export interface EraseRequest {
  /** SHA-256 (hex) of a random receipt code that the browser made and shows to the person. A digest of it is stored. */
  receiptHash: string;
}

/** Of everything about oneself. `timezoneOffset` as in `OpenRequest`, where it waits for an approval. */
export interface EraseOwnRequest extends EraseRequest {
  timezoneOffset?: number;
}

export interface GetJob {
  id: string;
  /** As in `EraseRequest`: then the receipt is that of this code, where several people asked. */
  receiptHash?: string;
}

/**
 * `asked`: one of several that an administrator asked for, about to begin · `fenced`: the registration is gone, nothing about the person can be written any more · `deleting` ·
 * `verifying`: waiting for the lag of queries, then looking again by other code · `done`: strict reads and indexes
 * found nothing · `confirmed`: the next scan of the whole store found nothing · `stuck`: it could not go on, `problem`
 * says why, and the daily run takes it up again.
 */
export interface JobView {
  id: string;
  state: JobState;
  askedBy: Asker;
  startedAt: Instant;
  /** Where a request asked for it: when it was approved; `startedAt` is then the day of its receipt, and no time of it. */
  decidedAt?: Instant;
  /** Records deleted so far, and expected by the strictly read counts at the start. */
  deleted: number;
  expected: number;
  /** When it goes on by itself, where it waits. */
  continuesAt?: Instant;
  doneAt?: Instant;
  confirmedAt?: Instant;
  /** Once it is done: what was deleted, by data set. */
  erased?: Record<string, number>;
  /** Once it is done: what was counted at the start and never found, by data set, where there is any. */
  missed?: Record<string, number>;
  problem?: string;
  /** Its receipt's place in the chain, once it is done. */
  receiptNumber?: string;
  /** Once it is done, where one erasure was asked for. */
  receipt?: Receipt;
}

/** A link of the chain of receipts: it names nobody. */
export interface Receipt {
  number: string;
  askedBy: Asker;
  askedAt: Instant;
  /** Where a request asked for it: when it was approved; `askedAt` is then the day of its receipt, and no time of it. */
  decidedAt?: Instant;
  doneAt: Instant;
  mapVersion: string;
  erased: Record<string, number>;
  /** Counted before and never found, by data set; missing where there is none. */
  missed?: Record<string, number>;
  /**
   * SHA-256 (hex) of the hash that the browser sent. Missing where no browser asked: Atlassian did, a period ended, or
   * another system announced it.
   */
  receiptHash?: string;
  previous: string;
  digest: string;
}

export type CheckReceiptRequest =
  | {
      /** The code without dashes, in capitals: what the browser hashed. */
      code: string;
      /** Its number in the chain, as the receipt says; without it, the newest receipt with this code. */
      number?: string;
    }
  /** Of a receipt in a file without a code: its number and its digest. */
  | { number: string; digest: string };

/**
 * `valid`: the chain holds the receipt and fits it before and after · `broken`: it was found, but changed afterwards ·
 * `differs`: another receipt has this number · `unknown`: no receipt has this code or number, or its time has passed.
 */
export type ReceiptAnswer =
  { state: 'valid'; receipt: Receipt } | { state: 'broken' } | { state: 'differs' } | { state: 'unknown' };

/** Links of the chain in the order of their numbers. The first one's `previous` stands for what has been pruned. */
export interface ReceiptChainPage {
  links: Receipt[];
  /** The end of the chain, when this page was read. */
  head: { length: number; digest: string };
  next?: string;
}

/** Erasures, those that have not ended first, newest first; they name nobody. */
export interface ErasurePage {
  erasures: JobView[];
  next?: string;
}

/** At most 50 people, each with the hash of a receipt code of its own. */
export interface ErasePeopleRequest {
  people: Array<{ accountId: AccountId } & EraseRequest>;
  reason: ErasureReason;
}

/** Of whom an administrator asks for the erasure, and why. */
export interface ErasureOf {
  accountId: AccountId;
  reason: ErasureReason;
}

/** One answer each, in the order asked: what began, or why it did not. */
export interface ErasePeopleResult {
  answers: Array<{ accountId: AccountId; job?: JobView; error?: Refusal['error'] }>;
}
