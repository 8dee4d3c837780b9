/** An account as it is reported to Atlassian. */
export interface ReportedAccount {
  accountId: string;
  /** When what is held of it was obtained from Atlassian or last confirmed with it. */
  updatedAt: string;
}

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

export interface Answered {
  kind: 'answered';
  /** Only accounts of the question. */
  closed: readonly string[];
  updated: readonly string[];
  /** Statements about accounts that were not asked, of unknown status or of no known form: ignored. */
  notUnderstood: number;
  /** Of the header `Cycle-Period`, in seconds; `unread` where it is none of the forms we know. */
  period?: number | 'unread';
}

export interface NotAnswered {
  kind: 'failed';
  why: ReportFailure;
  /** Of the header `Retry-After`. */
  retryAfterSeconds?: number;
}

/** What Atlassian's personal data reporting API said, whatever it sent. */
export type ReportAnswer = Answered | NotAnswered;

/** Atlassian's side of reporting, handed in to the engine. */
export interface AccountReports {
  /** Reports at most 90 accounts in one call. Never rejects. */
  report(accounts: readonly ReportedAccount[]): Promise<ReportAnswer>;
}
