import { ACCOUNT_ID, REPORT_LIMITS } from './limits';
import type { ReportedAccount } from './types';

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** Reads the body of a report, or says what is wrong with it. */
export function readReport(body: string): ReportedAccount[] | string {
  const accounts = parseAccounts(body);
  if (!accounts) return 'The body must be JSON with an array "accounts".';
  const most = REPORT_LIMITS.accountsPerCall;
  if (accounts.length === 0) return 'At least one account must be reported.';
  if (accounts.length > most)
    return `${accounts.length} accounts were reported; at most ${most} are allowed.`;
  const wrong = accounts.findIndex((account) => !isReported(account));
  return wrong < 0
    ? (accounts as ReportedAccount[])
    : `Account ${wrong} has no valid accountId and updatedAt.`;
}

function parseAccounts(body: string): unknown[] | undefined {
  try {
    const parsed = JSON.parse(body) as { accounts?: unknown } | null;
    return Array.isArray(parsed?.accounts) ? parsed.accounts : undefined;
  } catch {
    return undefined;
  }
}

function isReported(account: unknown): account is ReportedAccount {
  if (typeof account !== 'object' || account === null) return false;
  const { accountId, updatedAt } = account as Partial<Record<keyof ReportedAccount, unknown>>;
  if (typeof accountId !== 'string' || !ACCOUNT_ID.test(accountId)) return false;
  return typeof updatedAt === 'string' && RFC_3339.test(updatedAt) && !Number.isNaN(Date.parse(updatedAt));
}
