export interface ReportedAccount {
  accountId: string;
  updatedAt: string;
}

/** One call of the report API that was carried out. */
export interface Report {
  /** Epoch milliseconds. */
  at: number;
  installation: string;
  accounts: ReportedAccount[];
  answers: { accountId: string; status: 'closed' | 'updated' }[];
}

/** What Atlassian watches for, and what the guide forbids. */
export interface ReportViolation {
  kind: 'closed-reported-again' | 'earlier-than-cycle' | 'placeholder-account';
  accountId: string;
  installation: string;
  at: number;
  /** For an early report: how long after the one before, in milliseconds. */
  afterMs?: number;
}

export interface ReportApiSettings {
  /** Value of the `Cycle-Period` header; without it no header is sent. */
  cyclePeriod?: string;
  /** What counts as too early, in milliseconds. */
  cycleMs: number;
  /** Has the administrator consented to the scope? Without it every call is answered 401. */
  consented: boolean;
  /** How long after an installation Atlassian answers its first reports with `newAnswer`, in milliseconds. */
  newForMs: number;
  newAnswer: 401 | 403;
  /** How long after closing an account reads as `closed`, in milliseconds. */
  closedAfterMs: number;
  /** Keeps at most this many reports. */
  keepReports: number;
}

export interface LocalReportApi {
  settings: ReportApiSettings;
  reports: Report[];
  violations: ReportViolation[];
  /** When an installation last reported an account, epoch milliseconds. */
  lastReportedAt(accountId: string, installation?: string): number | undefined;
  reset(): void;
}
