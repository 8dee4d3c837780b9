import type { DataSet } from '../../storage/data-set';
import { ACCESS_REASONS, type AccessReason } from './audit';
import { inDays } from './words';

/** `asked`: an administrator asked for it together with others, and the queue is about to begin it. */
const JOB_STATES = ['asked', 'fenced', 'deleting', 'verifying', 'done', 'confirmed', 'stuck'] as const;
export type JobState = (typeof JOB_STATES)[number];
/** Of an erasure that names nobody any more. */
export const ENDED_STATES = ['done', 'confirmed'] as const satisfies readonly JobState[];

/** `webhook`: a system of the organisation, where administrators let its word erase. */
export const ASKERS = ['person', 'administrator', 'atlassian', 'retention', 'uninstall', 'webhook'] as const;
export type Asker = (typeof ASKERS)[number];

export const PROBLEMS = [
  'storage-busy',
  'still-listed',
  'records-left',
  'unexpected',
  'stood-still',
] as const;
type Problem = (typeof PROBLEMS)[number];

/** An erasure under way or done. The account ID goes when nothing is left to look for. */
export interface ErasureJob {
  version: number;
  state: JobState;
  askedBy: Asker;
  /** Why an administrator asked for it, until it begins: then the audit log says so. */
  reason?: AccessReason;
  startedAt: string;
  /** When the work began, where that was later than the wish: the erasure had waited for the queue, or it resumed. */
  begunAt?: string;
  /** Where a request asked for it: when an administrator approved that. */
  decidedAt?: string;
  updatedAt: string;
  subject?: string;
  /** The group in which the person stood, as long as the account ID is kept. */
  cohort?: string;
  /** Counts of the standing row when the erasure began. */
  expected: Record<string, number>;
  /** Records deleted, each read again strictly afterwards. */
  erased: Record<string, number>;
  /** How often in a row the second look did not find the end of it. */
  tries: number;
  /** How many daily runs found it standing still. */
  takenUp?: number;
  continuesAt?: string;
  doneAt?: string;
  confirmedAt?: string;
  /** Digest of the hash of the code with which the first who had one checks the receipt. */
  receiptHash?: string;
  /** Those of others who asked for the same erasure while it ran: each gets a receipt. */
  furtherCodes?: Array<{ receiptHash: string }>;
  /** Number of the receipt, once it is done; those of further codes follow on it. */
  receipt?: string;
  mapVersion: string;
  problem?: Problem;
}

/** Askers with a code of their own besides the first: more are refused. */
export const MOST_FURTHER_CODES = 4;
/** Where counted records were never found, a list may be later than ever seen: so long it is looked at again. */
export const LATE_DAYS = 7;
/** Days for which the record of a finished erasure is kept. */
const JOB_DAYS = 365;

const instant = { kind: 'instant' } as const;
const request = 'pd:PrivacyPreference' as const;
const numbersByDataSet = {
  kind: 'numbers',
  by: { kind: 'data-set' },
  max: 2_147_483_647,
  most: 20,
} as const;

export const ERASURE_JOB: DataSet<ErasureJob> = {
  name: 'erasure',
  place: 'entity',
  key: [['job', { kind: 'token' }]],
  fields: {
    version: {
      value: { kind: 'integer', min: 1, max: 2_147_483_647 },
      category: request,
      what: 'How often it changed',
    },
    state: {
      value: { kind: 'one-of', values: JOB_STATES },
      category: request,
      what: 'How far the deletion is',
    },
    askedBy: {
      value: { kind: 'one-of', values: ASKERS },
      category: request,
      what: 'Who asked for it, by role',
    },
    reason: {
      value: { kind: 'one-of', values: ACCESS_REASONS },
      optional: true,
      category: request,
      what: 'Why an administrator asked for it, until it begins',
    },
    startedAt: { value: instant, category: request, what: 'When it was asked for' },
    begunAt: {
      value: instant,
      optional: true,
      category: request,
      what: 'When it began, if that was later',
    },
    decidedAt: {
      value: instant,
      optional: true,
      category: request,
      what: 'When an administrator approved the request for it',
    },
    updatedAt: { value: instant, category: request, what: 'When it last made progress' },
    subject: {
      value: { kind: 'account-id' },
      optional: true,
      category: 'pd:UID',
      what: 'Your Atlassian account ID, until the deletion is complete',
    },
    cohort: {
      value: { kind: 'integer-text' },
      optional: true,
      category: request,
      what: 'The reporting group your account ID was in',
    },
    expected: { value: numbersByDataSet, category: request, what: 'How many records there were before' },
    erased: { value: numbersByDataSet, category: request, what: 'How many records were deleted' },
    tries: {
      value: { kind: 'integer', min: 0, max: 2_147_483_647 },
      category: request,
      what: 'How often the check found it incomplete',
    },
    takenUp: {
      value: { kind: 'integer', min: 0, max: 2_147_483_647 },
      optional: true,
      category: request,
      what: 'How often the app started it again',
    },
    continuesAt: { value: instant, optional: true, category: request, what: 'When it continues' },
    doneAt: {
      value: instant,
      optional: true,
      category: request,
      what: 'When the app found no record of you any more',
    },
    confirmedAt: {
      value: instant,
      optional: true,
      category: request,
      what: 'When a check of everything that is stored found nothing',
    },
    receiptHash: {
      value: { kind: 'digest' },
      optional: true,
      category: 'dpv:PseudonymisedData',
      what: 'A code made from your receipt code',
    },
    furtherCodes: {
      value: { kind: 'list', of: { receiptHash: { kind: 'digest' } }, most: MOST_FURTHER_CODES },
      optional: true,
      category: 'dpv:PseudonymisedData',
      what: 'The same of others who asked for this deletion',
    },
    receipt: {
      value: { kind: 'integer-text' },
      optional: true,
      category: request,
      what: 'The number of the receipt',
    },
    mapVersion: {
      value: { kind: 'digest' },
      category: request,
      what: 'The version of this table at that time',
    },
    problem: {
      value: { kind: 'one-of', values: PROBLEMS },
      optional: true,
      category: request,
      what: 'What stopped it',
    },
  },
  indexes: [{ name: 'by-state', partition: ['state'], range: 'updatedAt' }],
  about: 'pseudonym',
  title: 'Record of a deletion',
  what: 'Who asked for a deletion, how far it is and how many records it deleted. Your account ID is in it until the deletion is complete.',
  purpose: 'To carry out the deletion, and to prove it.',
  usedFor: ['requests', 'proof'],
  retention: {
    fixed: { days: JOB_DAYS, index: 'by-state', partitions: ENDED_STATES.map((state) => [state]) },
    words: `The account ID is deleted when the deletion is complete. The record without it is deleted after ${inDays(JOB_DAYS)}.`,
  },
  erasure: {
    effect: 'keep',
    words: 'It proves the deletion. It does not contain your account ID once the deletion is complete.',
  },
  exported: false,
};

export const isEnded = ({ state }: ErasureJob): boolean => ENDED_STATES.some((ended) => ended === state);

/** Records that were counted when the erasure began and that no look has found, by data set, where there are any. */
export function missedBy({ expected, erased }: ErasureJob): Record<string, number> | undefined {
  const missed = Object.entries(expected)
    .map(([name, counted]) => [name, counted - (erased[name] ?? 0)] as const)
    .filter(([, records]) => records > 0);
  return missed.length > 0 ? Object.fromEntries(missed) : undefined;
}

/** Whether an erasure has ended and may still come upon records that were counted and that no index has listed yet. */
export const awaitsMissed = (job: ErasureJob): boolean => job.state === 'done' && missedBy(job) !== undefined;
