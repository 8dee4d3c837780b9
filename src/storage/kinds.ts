import type { Kind } from './data-set';

/** 1 to 128 of `[A-Za-z0-9:-]` (Atlassian's user privacy guide); never the placeholders it forbids to store. */
const ACCOUNT_ID = /^(?!(?:unknown|unidentified)$)[A-Za-z0-9:-]{1,128}$/i;
const JIRA_ID = /^[1-9]\d{0,18}$/;
const INTEGER_TEXT = /^[1-9]\d{0,9}$/;
/** From the year 1000, so that a year is a number without leading zeros. */
const DAY = /^[1-9]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
/** RFC 3339 in UTC with milliseconds: one width, so that text order is time order. */
const INSTANT = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DIGEST = /^(?:[0-9a-f]{64}|[0-9a-f]{16})$/;
const RECORD_ID = /^[0-9a-f]{32}$/;
const TOKEN = /^[A-Za-z0-9-]{16,64}$/;
const PACKED = /^[\w-]+$/;
const SEPARATOR = '#';

export const isAccountId = (value: unknown): value is string => matches(ACCOUNT_ID, value);
export const isJiraId = (value: unknown): value is string => matches(JIRA_ID, value);
export const isToken = (value: unknown): value is string => matches(TOKEN, value);
export const isDigest = (value: unknown): value is string => matches(DIGEST, value);

/** Whether the value is a day of the calendar (29 February only in leap years). */
export function isDay(value: unknown): value is string {
  return matches(DAY, value) && isInCalendar(value);
}

/** Whether the value is an instant of the calendar: `Date` alone would take 30 February for 2 March. */
export function isInstant(value: unknown): value is string {
  return matches(INSTANT, value) && isInCalendar(value);
}

/** Of a text that begins with a day; without `Date`, as every field of every row is looked at. */
function isInCalendar(text: string): boolean {
  const [year, month, day] = [text.slice(0, 4), text.slice(5, 7), text.slice(8, 10)].map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  return day <= (month === 2 && isLeap(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0));
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const NO_NAMES: ReadonlySet<string> = new Set();

/**
 * Whether the value is of the declared kind: the rule by which the gateway lets a value in.
 * @param dataSets the names of the data map, where the value may hold one
 */
export function isOf(kind: Kind, value: unknown, dataSets = NO_NAMES): boolean {
  switch (kind.kind) {
    case 'account-id':
      return isAccountId(value);
    case 'jira-id':
      return isJiraId(value);
    case 'day':
      return isDay(value);
    case 'instant':
      return isInstant(value);
    case 'integer':
      return Number.isInteger(value) && isWithin(value as number, kind.min, kind.max);
    case 'integer-text':
      return matches(INTEGER_TEXT, value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'one-of':
      return typeof value === 'string' && kind.values.includes(value);
    case 'digest':
      return isDigest(value);
    case 'token':
      return isToken(value);
    case 'record-id':
      return matches(RECORD_ID, value);
    case 'data-set':
      return typeof value === 'string' && dataSets.has(value);
    case 'joined':
      return isJoined(kind.of, value, dataSets);
    case 'numbers':
      return isNumbers(kind, value, dataSets);
    case 'list':
      return isList(kind, value, dataSets);
    case 'published-text':
      return matches(PACKED, value) && value.length <= kind.most;
  }
}

function isJoined(kinds: readonly Kind[], value: unknown, dataSets: ReadonlySet<string>): boolean {
  if (typeof value !== 'string') return false;
  const parts = value.split(SEPARATOR);
  return parts.length === kinds.length && kinds.every((kind, at) => isOf(kind, parts[at], dataSets));
}

function isNumbers(kind: Kind & { kind: 'numbers' }, value: unknown, dataSets: ReadonlySet<string>): boolean {
  if (!isPlainObject(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length <= kind.most &&
    entries.every(
      ([name, number]) =>
        isOf(kind.by, name, dataSets) && Number.isInteger(number) && isWithin(number as number, 0, kind.max),
    )
  );
}

function isList(kind: Kind & { kind: 'list' }, value: unknown, dataSets: ReadonlySet<string>): boolean {
  return (
    Array.isArray(value) &&
    value.length <= kind.most &&
    // A copy, since `every` leaves out the holes of an array, which would be stored as null.
    [...(value as unknown[])].every((item) => isPlainObject(item) && isItem(kind, item, dataSets))
  );
}

function isItem(
  { of, optional = {} }: Kind & { kind: 'list' },
  item: Record<string, unknown>,
  dataSets: ReadonlySet<string>,
): boolean {
  const names = Object.keys(item);
  return (
    Object.keys(of).every((name) => Object.hasOwn(item, name)) &&
    names.every((name) => {
      const kind = kindIn(of, name) ?? kindIn(optional, name);
      return kind !== undefined && isOf(kind, item[name], dataSets);
    })
  );
}

const kindIn = (kinds: Readonly<Record<string, Kind>>, name: string): Kind | undefined =>
  Object.hasOwn(kinds, name) ? kinds[name] : undefined;

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function isWithin(value: number, min: number, max: number): boolean {
  return value >= min && value <= max;
}

function matches(pattern: RegExp, value: unknown): value is string {
  return typeof value === 'string' && pattern.test(value);
}
