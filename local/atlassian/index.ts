import { readsAsClosed } from '../jira/users';
import type { Person } from '../jira/types';
import { scopeRefusal } from '../runtime/scopes';
import type { Table } from '../state';
import { PLACEHOLDERS, REPORT_LIMITS, TEST_ACCOUNTS } from './limits';
import { readReport } from './report-body';
import type { LocalReportApi, Report, ReportApiSettings, ReportedAccount, ReportViolation } from './types';

export type * from './types';

interface ReportApiOptions {
  now: () => number;
  /** Looks a person up on every Jira site of this machine. */
  person(accountId: string): Person | undefined;
  /** What was reported and answered, by installation and account. */
  known: Table<KnownReport>;
  /** Epoch milliseconds. */
  installedAt(installation: string): number;
}

/** What Atlassian remembers of one account that one installation reported. */
export interface KnownReport {
  at: number;
  closedAnswered?: true;
}

/** The report API with what the door calls: POST /app/report-accounts. */
export interface ReportApi extends LocalReportApi {
  answer(installation: string, body: string): Response;
}

type Answer = Report['answers'][number];

export function createReportApi(options: ReportApiOptions): ReportApi {
  const { now, known } = options;
  const settings: ReportApiSettings = {
    cycleMs: REPORT_LIMITS.cycleMs,
    consented: true,
    newForMs: 0,
    newAnswer: 401,
    closedAfterMs: REPORT_LIMITS.closedAfterMs,
    keepReports: 10_000,
  };
  const api: ReportApi = {
    settings,
    reports: [],
    violations: [],
    lastReportedAt: (accountId, installation) => {
      if (installation !== undefined) return known.get(`${installation} ${accountId}`)?.at;
      const found = known.entries().filter(([key]) => key.endsWith(` ${accountId}`));
      return found.length === 0 ? undefined : Math.max(...found.map(([, { at }]) => at));
    },
    reset: () => {
      api.reports.length = 0;
      api.violations.length = 0;
    },
    answer: (installation, body) => {
      const isNew = now() < options.installedAt(installation) + settings.newForMs;
      if (!settings.consented || (isNew && settings.newAnswer === 401)) return scopeRefusal();
      if (isNew) return Response.json({ errorType: 'FORBIDDEN', errorMessage: 'Forbidden' }, { status: 403 });
      const accounts = readReport(body);
      if (typeof accounts === 'string') {
        return Response.json({ errorType: 'BAD_REQUEST', errorMessage: accounts }, { status: 400 });
      }
      api.violations.push(...accounts.flatMap((account) => watch(options, settings, installation, account)));
      const answers = accounts.flatMap((account) => answerFor(options, settings, account) ?? []);
      remember(known, installation, accounts, answers, now());
      api.reports.push({ at: now(), installation, accounts, answers });
      api.reports.splice(0, api.reports.length - settings.keepReports);
      return respond(settings, answers);
    },
  };
  return api;
}

function respond({ cyclePeriod }: ReportApiSettings, accounts: Answer[]): Response {
  const headers: Record<string, string> = cyclePeriod === undefined ? {} : { 'cycle-period': cyclePeriod };
  if (accounts.length === 0) return new Response(null, { status: 204, headers });
  return Response.json({ accounts }, { headers });
}

/** An account that is active, or that Atlassian does not know (assumed), asks for nothing. */
function answerFor(
  { now, person }: ReportApiOptions,
  { closedAfterMs }: ReportApiSettings,
  { accountId, updatedAt }: ReportedAccount,
): Answer | undefined {
  if (accountId === TEST_ACCOUNTS.closed) return { accountId, status: 'closed' };
  const found = person(accountId);
  if (!found) return undefined;
  if (readsAsClosed(found, { now: now(), closedAfterMs })) return { accountId, status: 'closed' };
  const stale = found.changedAt !== undefined && Date.parse(updatedAt) < found.changedAt;
  return stale ? { accountId, status: 'updated' } : undefined;
}

function watch(
  { now, known }: ReportApiOptions,
  { cycleMs }: ReportApiSettings,
  installation: string,
  { accountId }: ReportedAccount,
): ReportViolation[] {
  const seen = { accountId, installation, at: now() };
  if (PLACEHOLDERS.includes(accountId)) return [{ ...seen, kind: 'placeholder-account' }];
  const before = known.get(`${installation} ${accountId}`);
  if (!before || accountId === TEST_ACCOUNTS.closed || accountId === TEST_ACCOUNTS.active) return [];
  if (before.closedAnswered) return [{ ...seen, kind: 'closed-reported-again' }];
  const afterMs = now() - before.at;
  return afterMs < cycleMs ? [{ ...seen, kind: 'earlier-than-cycle', afterMs }] : [];
}

function remember(
  known: Table<KnownReport>,
  installation: string,
  accounts: ReportedAccount[],
  answers: Answer[],
  at: number,
): void {
  const closed = new Set(
    answers.filter(({ status }) => status === 'closed').map(({ accountId }) => accountId),
  );
  for (const { accountId } of accounts) {
    known.set(`${installation} ${accountId}`, closed.has(accountId) ? { at, closedAnswered: true } : { at });
  }
}
