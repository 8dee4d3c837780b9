import type { LoggedTime } from './time-entry';

/** Atlassian's form, and never the placeholders that it forbids to store. */
const ACCOUNT_ID = /^(?!(?:unknown|unidentified)$)[A-Za-z0-9:-]{1,128}$/i;
const ISSUE_KEY = /^[A-Z][A-Z0-9_]{0,20}-[1-9]\d{0,9}$/;
const ISSUE_ID = /^[1-9]\d{0,18}$/;
const DAY = /^[1-9]\d{3}-\d{2}-\d{2}$/;
const MINUTE = 60;
const DAY_SECONDS = 86_400;

function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !DAY.test(value)) return false;
  const instant = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value);
}

/** The app keeps minutes: anything between two of them it would round. */
function isWholeMinutes(value: unknown): boolean {
  return typeof value === 'number' && value % MINUTE === 0;
}

function matches(pattern: RegExp): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && pattern.test(value);
}

const FIELDS: Record<keyof LoggedTime, { holds: (value: unknown) => boolean; what: string }> = {
  accountId: { holds: matches(ACCOUNT_ID), what: 'an Atlassian account ID' },
  issueKey: { holds: matches(ISSUE_KEY), what: 'an issue key such as KAFKA-82' },
  issueId: { holds: matches(ISSUE_ID), what: 'the digits of an issue ID, without a zero before them' },
  startedOn: { holds: isDay, what: 'a day as yyyy-mm-dd' },
  seconds: {
    holds: (value) => Number(value) >= MINUTE && Number(value) <= DAY_SECONDS && isWholeMinutes(value),
    what: 'a number of whole minutes in seconds, from 60 to 86400',
  },
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Reads one line of a file of entries, or says in words what is wrong with it. It takes what the app would take and
 * nothing else, as far as one line by itself can tell.
 */
export function readEntryLine(text: string): LoggedTime | string {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'it is not a JSON object';
  const record = value as Record<string, unknown>;
  const unknown = Object.keys(record).find((name) => !Object.hasOwn(FIELDS, name));
  if (unknown !== undefined) return `it has a field besides ${Object.keys(FIELDS).join(', ')}`;
  const broken = Object.entries(FIELDS).find(([name, field]) => !field.holds(record[name]));
  return broken ? `${broken[0]} is not ${broken[1].what}` : (record as unknown as LoggedTime);
}
