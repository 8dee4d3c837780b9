import type { LoggedTime } from './time-entry';

const ACCOUNT_ID = /^[A-Za-z0-9:-]{1,128}$/;
const ISSUE_KEY = /^[A-Z][A-Z0-9_]{0,20}-[1-9]\d{0,9}$/;
const ISSUE_ID = /^\d{1,18}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_SECONDS = 86_400;

function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !DAY.test(value)) return false;
  const instant = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value);
}

function matches(pattern: RegExp): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && pattern.test(value);
}

const FIELDS: Record<keyof LoggedTime, { holds: (value: unknown) => boolean; what: string }> = {
  accountId: { holds: matches(ACCOUNT_ID), what: 'an Atlassian account ID' },
  issueKey: { holds: matches(ISSUE_KEY), what: 'an issue key such as KAFKA-82' },
  issueId: { holds: matches(ISSUE_ID), what: 'the digits of an issue ID' },
  startedOn: { holds: isDay, what: 'a day as yyyy-mm-dd' },
  seconds: {
    holds: (value) => Number.isInteger(value) && Number(value) >= 60 && Number(value) <= DAY_SECONDS,
    what: 'a whole number from 60 to 86400',
  },
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads one line of a file of entries, or says in words what is wrong with it. */
export function readEntryLine(text: string): LoggedTime | string {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'it is not a JSON object';
  const record = value as Record<string, unknown>;
  const unknown = Object.keys(record).find((name) => !Object.hasOwn(FIELDS, name));
  if (unknown !== undefined) return `it has a field besides ${Object.keys(FIELDS).join(', ')}`;
  const broken = Object.entries(FIELDS).find(([name, field]) => !field.holds(record[name]));
  return broken ? `${broken[0]} is not ${broken[1].what}` : (record as unknown as LoggedTime);
}
