import { asApp, route } from '@forge/api';
import type { AccountReports, ReportAnswer, ReportedAccount, PeriodForm } from '../privacy/engine';
import { dropBody, readBody, type StreamedResponse, failureOf, statusOf, parsedJson } from './answers';

/** Ninety statements take some 10 KB: what is far beyond that is no answer. */
const MOST_BODY_BYTES = 256 * 1024;

/**
 * Atlassian's personal data reporting API (`POST /app/report-accounts`), one call for at most 90 accounts. It is called
 * here and not through `privacy.reportPersonalData`, which hides the headers and rejects with the raw response.
 */
export const accountReports: AccountReports = {
  async report(accounts) {
    try {
      return await readResponse(await send(accounts), accounts);
    } catch (error) {
      return { kind: 'failed', why: failureOf(statusOf(error)) };
    }
  },
};

const send = (accounts: readonly ReportedAccount[]): Promise<StreamedResponse> =>
  asApp().requestAtlassian(route`/app/report-accounts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ accounts }),
  });

async function readResponse(
  response: StreamedResponse,
  accounts: readonly ReportedAccount[],
): Promise<ReportAnswer> {
  const { status, headers } = response;
  if (status !== 200 && status !== 204) {
    const retryAfterSeconds = readRetryAfter(headers.get('retry-after'), new Date());
    await dropBody(response);
    return {
      kind: 'failed',
      why: failureOf(status),
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    };
  }
  const body = status === 200 ? await readBody(response, MOST_BODY_BYTES) : '{"accounts":[]}';
  const said =
    body === undefined ? undefined : readAnswer(body, new Set(accounts.map(({ accountId }) => accountId)));
  if (!said) return { kind: 'failed', why: 'unreadable' };
  const header = headers.get('cycle-period');
  const [period, periodForm] = [readCyclePeriod(header), formOfCyclePeriod(header)];
  return {
    kind: 'answered',
    ...said,
    ...(period !== undefined && { period }),
    ...(periodForm !== undefined && { periodForm }),
  };
}

interface ReadAnswer {
  closed: string[];
  updated: string[];
  notUnderstood: number;
}

/**
 * What the body of an answer says about the accounts that were asked, whatever else is in it; undefined if it has no
 * list of accounts at all. Of two statements about one account `closed` counts: it must not be lost.
 */
export function readAnswer(body: string, asked: ReadonlySet<string>): ReadAnswer | undefined {
  const accounts = accountsIn(body);
  if (!accounts) return undefined;
  const said = { closed: new Set<string>(), updated: new Set<string>() };
  let notUnderstood = 0;
  for (const account of accounts) {
    const statement = statementOf(account);
    if (statement && asked.has(statement.accountId)) said[statement.status].add(statement.accountId);
    else notUnderstood += 1;
  }
  const updated = [...said.updated].filter((accountId) => !said.closed.has(accountId));
  return { closed: [...said.closed], updated, notUnderstood };
}

function accountsIn(body: string): unknown[] | undefined {
  const parsed = parsedJson(body) as { accounts?: unknown } | null | undefined;
  return Array.isArray(parsed?.accounts) ? (parsed.accounts as unknown[]) : undefined;
}

function statementOf(account: unknown): { accountId: string; status: 'closed' | 'updated' } | undefined {
  if (typeof account !== 'object' || account === null) return undefined;
  const { accountId, status } = account as { accountId?: unknown; status?: unknown };
  const known = status === 'closed' || status === 'updated';
  return typeof accountId === 'string' && known ? { accountId, status } : undefined;
}

const DAY_SECONDS = 24 * 3600;
/** The daily schedule cannot keep a shorter cycle. */
const LEAST_PERIOD_SECONDS = DAY_SECONDS;

const PERIOD_FORMS: ReadonlyArray<readonly [name: PeriodForm, form: RegExp, seconds: number]> = [
  ['iso-days', /^P(\d{1,4})D$/, DAY_SECONDS],
  ['words-for-days', /^(\d{1,4}) Days?$/i, DAY_SECONDS],
  ['seconds', /^(\d{1,9})$/, 1],
];

/**
 * The cycle of the header `Cycle-Period`, in seconds. Its form is documented nowhere: `P7D`, `25 Days` and whole seconds
 * are understood, from one day on and as long as four digits of days or nine of seconds say; anything else is `unread` and
 * never guessed.
 */
export function readCyclePeriod(header: string | null): number | 'unread' | undefined {
  return header === null ? undefined : (understood(header)?.seconds ?? 'unread');
}

/** In which of the forms that header was. */
function formOfCyclePeriod(header: string | null): PeriodForm | undefined {
  return header === null ? undefined : (understood(header)?.name ?? 'unread');
}

function understood(header: string): { name: PeriodForm; seconds: number } | undefined {
  for (const [name, form, unit] of PERIOD_FORMS) {
    const [, digits] = form.exec(header.trim()) ?? [];
    const seconds = Number(digits) * unit;
    if (seconds >= LEAST_PERIOD_SECONDS) return { name, seconds };
  }
  return undefined;
}

/** `Date.parse` takes nearly anything for a date; those of HTTP begin with the day's name and end with the zone. */
const HTTP_DATE = /^(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?, .+ GMT$/;

/** Seconds of the header `Retry-After` (RFC 9110, section 10.2.3): a number, or a date. */
export function readRetryAfter(header: string | null, now: Date): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text);
  const date = HTTP_DATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now.getTime()) / 1000));
}
