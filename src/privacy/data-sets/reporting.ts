import { nobody, instant, count, type DataSet } from '../../storage/data-set';

/** Why a report led to no answer. */
export const REPORT_FAILURES = [
  /** 401: the site has not consented to the scope, or not yet. */
  'not-consented',
  /** 403. */
  'forbidden',
  /** 429. */
  'rate-limited',
  /** 503. */
  'unavailable',
  /** 500 and others of its kind. */
  'server-error',
  /** A time-out, a cut connection: whether Atlassian got the report is not known. */
  'no-answer',
  /** 200 with a body that says nothing we understand. */
  'unreadable',
  /** 400: Atlassian takes the report to be malformed. */
  'malformed',
  /** Any other status. */
  'unexpected',
  /** The function that reported was ended before it was done. */
  'cut-off',
] as const;
export type ReportFailure = (typeof REPORT_FAILURES)[number];

/** In which form Atlassian says how long a cycle is: its pages do not say. */
const PERIOD_FORMS = ['iso-days', 'words-for-days', 'seconds', 'unread'] as const;
export type PeriodForm = (typeof PERIOD_FORMS)[number];

/** What is counted of reporting, in a cycle and of one answer. */
export const REPORT_COUNTS = [
  /** Calls that were answered. */
  'calls',
  'accounts',
  'closed',
  'updated',
  /** Statements in answers that were ignored. */
  'not-understood',
  /** Accounts whose report Atlassian takes to be malformed. */
  'refused',
  /** Calls without an answer. */
  'failures',
] as const;
type ReportCount = (typeof REPORT_COUNTS)[number];
export type ReportCounts = Partial<Record<ReportCount, number>>;

/** How reporting to Atlassian stands: which run has the lease, what it waits for, what was counted. It names nobody. */
export interface Reporting {
  version: number;
  /** Which event goes on; those before it were overtaken. */
  step?: number;
  /** The run that reports at present, and until when it may live: two would report the same group twice. */
  holder?: string;
  heldUntil?: string;
  /** The cycle that Atlassian asks for. */
  periodSeconds: number;
  /** When a `Cycle-Period` came that could not be read. */
  periodUnreadAt?: string;
  /** In which form it last came. */
  periodForm?: PeriodForm;
  /** Atlassian is not called before. */
  notBefore?: string;
  /** Atlassian asked not to be called before: longer than one cycle, for which it is kept. */
  askedUntil?: string;
  /** Failures in a row. */
  failures: number;
  failure?: ReportFailure;
  failedAt?: string;
  answeredAt?: string;
  answer: ReportCounts;
  /** The present cycle of the site as a whole, for the record. */
  cycleFrom: string;
  counts: ReportCounts;
  /** How often people were moved from one group to another: who reads group after group sees that some were meanwhile. */
  moves?: number;
}

/** What the cycles before came to, oldest first. */
interface ReportingCycles {
  cycles: ReportingCycle[];
}

export type ReportingCycle = { from: string; to: string } & Record<ReportCount, number>;

export const REPORTING_KEY = 'reporting';
export const CYCLES_KEY = 'reporting-cycles';
export const MOST_CYCLES = 52;

const counts = {
  kind: 'numbers',
  by: { kind: 'one-of', values: REPORT_COUNTS },
  max: 2_147_483_647,
  most: REPORT_COUNTS.length,
} as const;

export const REPORTING: DataSet<Reporting> = {
  name: 'reporting',
  place: 'app-state',
  key: [['name', { kind: 'one-of', values: [REPORTING_KEY] }]],
  fields: {
    version: { value: count, category: nobody, what: 'data.times-written' },
    step: { value: count, optional: true, category: nobody, what: 'data.reporting-step' },
    holder: { value: { kind: 'token' }, optional: true, category: nobody, what: 'data.reporting-holder' },
    heldUntil: { value: instant, optional: true, category: nobody, what: 'data.reporting-held-until' },
    periodSeconds: { value: count, category: nobody, what: 'data.reporting-period' },
    periodUnreadAt: {
      value: instant,
      optional: true,
      category: nobody,
      what: 'data.reporting-period-unread-at',
    },
    periodForm: {
      value: { kind: 'one-of', values: PERIOD_FORMS },
      optional: true,
      category: nobody,
      what: 'data.reporting-period-form',
    },
    notBefore: {
      value: instant,
      optional: true,
      category: nobody,
      what: 'data.reporting-not-before',
    },
    askedUntil: {
      value: instant,
      optional: true,
      category: nobody,
      what: 'data.reporting-asked-until',
    },
    failures: { value: count, category: nobody, what: 'data.reporting-failures' },
    failure: {
      value: { kind: 'one-of', values: REPORT_FAILURES },
      optional: true,
      category: nobody,
      what: 'data.reporting-failure',
    },
    failedAt: { value: instant, optional: true, category: nobody, what: 'data.reporting-failed-at' },
    answeredAt: { value: instant, optional: true, category: nobody, what: 'data.reporting-answered-at' },
    answer: { value: counts, category: nobody, what: 'data.reporting-answer' },
    cycleFrom: { value: instant, category: nobody, what: 'data.reporting-cycle-from' },
    counts: { value: counts, category: nobody, what: 'data.reporting-counts' },
    moves: {
      value: count,
      optional: true,
      category: nobody,
      what: 'data.reporting-moves',
    },
  },
  indexes: [],
  about: 'nobody',
  title: 'data.reporting-title',
  what: 'data.reporting-what',
  purpose: 'data.reporting-purpose',
  retention: { words: 'data.kept-while-installed' },
  erasure: { effect: 'keep', words: 'data.about-nobody' },
  exported: false,
};

export const REPORTING_CYCLES: DataSet<ReportingCycles> = {
  name: 'reporting-cycles',
  place: 'plain',
  key: [['name', { kind: 'one-of', values: [CYCLES_KEY] }]],
  fields: {
    cycles: {
      value: {
        kind: 'list',
        of: {
          from: instant,
          to: instant,
          calls: count,
          accounts: count,
          closed: count,
          updated: count,
          'not-understood': count,
          refused: count,
          failures: count,
        },
        most: MOST_CYCLES,
      },
      category: nobody,
      what: 'data.reporting-cycles-cycles',
    },
  },
  indexes: [],
  about: 'nobody',
  title: 'data.reporting-cycles-title',
  what: 'data.reporting-cycles-what',
  purpose: 'data.reporting-cycles-purpose',
  retention: { words: 'data.reporting-cycles-retention', values: { cycles: MOST_CYCLES } },
  erasure: { effect: 'keep', words: 'data.about-nobody' },
  exported: false,
};
