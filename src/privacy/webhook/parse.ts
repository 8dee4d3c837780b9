import { isAccountId, isDay, isPlainObject } from '../../storage/kinds';
import { MOST_ACCOUNTS, REQUEST_TYPES, STATUSES, type Announcement } from '../data-sets/webhook-request';

export interface Announced {
  what: Announcement;
  accountId: string;
}

export interface ParsedCall {
  requestId: string;
  accounts: Announced[];
}

const FIELDS = ['subject_request_id', 'subject_request_type', 'submitted_time', 'accounts'];
const REQUEST_ID = /^[A-Za-z0-9._:-]{8,128}$/;

/** The body as `docs/webhook.md` describes it, or nothing where it is anything else: one flaw refuses all of it. */
export function parseBody(body: string): ParsedCall | undefined {
  const value = parsedJson(body);
  if (!hasOnly(value, FIELDS)) return undefined;
  const { subject_request_id: requestId, subject_request_type: type, submitted_time: time, accounts } = value;
  // Whoever has the secret could date a request back until it is overdue, or forward: what is said is not used.
  if (time !== undefined && !isDateTime(time)) return undefined;
  if (typeof requestId !== 'string' || !REQUEST_ID.test(requestId)) return undefined;
  if (type !== undefined && !isOneOf(REQUEST_TYPES, type)) return undefined;
  if (!Array.isArray(accounts) || accounts.length === 0 || accounts.length > MOST_ACCOUNTS) return undefined;
  const parsed = (accounts as unknown[]).map((account) => parseAccount(account, type));
  const understood = parsed.filter((account) => account !== undefined);
  const different = new Set(understood.map(({ accountId }) => accountId)).size;
  return different === accounts.length ? { requestId, accounts: understood } : undefined;
}

/** With a request, an account has no status; without one, its status is what is announced. */
function parseAccount(
  account: unknown,
  type: (typeof REQUEST_TYPES)[number] | undefined,
): Announced | undefined {
  if (!hasOnly(account, ['accountId', ...(type === undefined ? ['status'] : [])])) return undefined;
  const { accountId, status } = account;
  const what = type ?? (isOneOf(STATUSES, status) ? status : undefined);
  return what !== undefined && isAccountId(accountId) ? { what, accountId } : undefined;
}

/** Some clients begin with a byte order mark, which RFC 8259 lets us pass over. */
const BYTE_ORDER_MARK = /^\ufeff/;

function parsedJson(body: string): unknown {
  try {
    return JSON.parse(body.replace(BYTE_ORDER_MARK, ''));
  } catch {
    return undefined;
  }
}

/** An own `__proto__`, which JSON may carry, is a name like any other that is not expected. */
const hasOnly = (value: unknown, names: readonly string[]): value is Record<string, unknown> =>
  isPlainObject(value) && Object.keys(value).every((name) => names.includes(name));

const isOneOf = <Value extends string>(values: readonly Value[], value: unknown): value is Value =>
  (values as readonly unknown[]).includes(value);

/** RFC 3339, section 5.6, with any offset; a leap second is written as second 60. */
const DATE_TIME =
  /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

/** Whether the value is a date and time of RFC 3339 on a day of the calendar. */
const isDateTime = (value: unknown): boolean =>
  typeof value === 'string' && DATE_TIME.test(value) && isDay(value.slice(0, 10));
