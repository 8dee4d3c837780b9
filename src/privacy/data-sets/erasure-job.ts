import { instant, type DataSet } from '../../storage/data-set';
import { AUDIT_REASONS, type AuditReason } from './reasons';

/** `asked`: an administrator asked for it together with others, and the queue is about to begin it. */
const JOB_STATES = ['asked', 'fenced', 'deleting', 'verifying', 'done', 'confirmed', 'stuck'] as const;
export type JobState = (typeof JOB_STATES)[number];
/** Of an erasure that names nobody any more. */
export const ENDED_STATES = ['done', 'confirmed'] as const satisfies readonly JobState[];

/** `webhook`: a system of the organisation, where administrators let its word erase. */
export const ASKERS = ['person', 'administrator', 'atlassian', 'retention', 'uninstall', 'webhook'] as const;
export type Asker = (typeof ASKERS)[number];

export const PROBLEMS = [
  // Of rows of earlier versions: `stood-still` has taken its place.
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
  /** Which administrator asked for it, as their lines of the audit log have it. */
  by?: string;
  /** Why an administrator asked for it, until it begins: then the audit log says so. */
  reason?: AuditReason;
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
      what: 'data.times-changed',
    },
    state: {
      value: { kind: 'one-of', values: JOB_STATES },
      category: request,
      what: 'data.erasure-state',
    },
    askedBy: {
      value: { kind: 'one-of', values: ASKERS },
      category: request,
      what: 'data.erasure-asked-by',
    },
    by: {
      value: { kind: 'token' },
      optional: true,
      exportedAs: 'nothing',
      category: 'dpv:PseudonymisedData',
      what: 'data.erasure-by',
    },
    reason: {
      value: { kind: 'one-of', values: AUDIT_REASONS },
      optional: true,
      category: request,
      what: 'data.erasure-reason',
    },
    startedAt: { value: instant, category: request, what: 'data.erasure-asked-at' },
    begunAt: {
      value: instant,
      optional: true,
      category: request,
      what: 'data.erasure-begun-at',
    },
    decidedAt: {
      value: instant,
      optional: true,
      category: request,
      what: 'data.erasure-decided-at',
    },
    updatedAt: { value: instant, category: request, what: 'data.erasure-updated-at' },
    subject: {
      value: { kind: 'account-id' },
      optional: true,
      category: 'pd:UID',
      what: 'data.erasure-subject',
    },
    cohort: {
      value: { kind: 'integer-text' },
      optional: true,
      category: request,
      what: 'data.erasure-cohort',
    },
    expected: { value: numbersByDataSet, category: request, what: 'data.erasure-expected' },
    erased: { value: numbersByDataSet, category: request, what: 'data.erasure-erased' },
    tries: {
      value: { kind: 'integer', min: 0, max: 2_147_483_647 },
      category: request,
      what: 'data.erasure-tries',
    },
    takenUp: {
      value: { kind: 'integer', min: 0, max: 2_147_483_647 },
      optional: true,
      category: request,
      what: 'data.erasure-taken-up',
    },
    continuesAt: { value: instant, optional: true, category: request, what: 'data.erasure-continues-at' },
    doneAt: {
      value: instant,
      optional: true,
      category: request,
      what: 'data.erasure-done-at',
    },
    confirmedAt: {
      value: instant,
      optional: true,
      category: request,
      what: 'data.erasure-confirmed-at',
    },
    receiptHash: {
      value: { kind: 'digest' },
      optional: true,
      exportedAs: 'nothing',
      category: 'dpv:PseudonymisedData',
      what: 'data.erasure-receipt-hash',
    },
    furtherCodes: {
      value: { kind: 'list', of: { receiptHash: { kind: 'digest' } }, most: MOST_FURTHER_CODES },
      optional: true,
      exportedAs: 'nothing',
      category: 'dpv:PseudonymisedData',
      what: 'data.erasure-further-codes',
    },
    receipt: {
      value: { kind: 'integer-text' },
      optional: true,
      category: request,
      what: 'data.erasure-receipt',
    },
    mapVersion: {
      value: { kind: 'digest' },
      category: request,
      what: 'data.erasure-map-version',
    },
    problem: {
      value: { kind: 'one-of', values: PROBLEMS },
      optional: true,
      category: request,
      what: 'data.erasure-problem',
    },
  },
  indexes: [{ name: 'by-state', partition: ['state'], range: 'updatedAt' }],
  about: 'pseudonym',
  foundByDigest: { by: 'erasure', names: 'subject' },
  title: 'data.erasure-title',
  what: 'data.erasure-what',
  purpose: 'data.erasure-purpose',
  usedFor: ['requests', 'proof'],
  retention: {
    fixed: {
      days: JOB_DAYS,
      index: 'by-state',
      partitions: ENDED_STATES.map((state) => [state]),
      why: 'data.erasure-why',
    },
    words: 'data.erasure-retention',
    values: { days: JOB_DAYS },
  },
  erasure: {
    effect: 'keep',
    words: 'data.erasure-erasure',
  },
  exported: true,
};

/** Whether an erasure has ended. A check of all storage may still confirm it, or reopen it. */
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
