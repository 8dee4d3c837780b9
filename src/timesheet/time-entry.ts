import type { DataSet } from '../storage/data-set';
import { LEAST_SECONDS, MOST_SECONDS } from './duration';
import { ISSUE_TOTAL, LEAST_PEOPLE } from './issue-total';

/** That a person worked on a work item on a day, and for how long. Its ID is the second part of its key. */
export interface TimeEntry {
  accountId: string;
  issueId: string;
  /** Of rows that the version before wrote: an issue that moved made it wrong, and nothing reads it. */
  projectId?: string;
  startedOn: string;
  seconds: number;
  createdAt: string;
  /** `startedOn#id`: unique for a person, and in the order of days. */
  position: string;
}

/** Seconds by day of one year, so that a day's total is read strictly in one record. */
export interface DayTotals {
  accountId: string;
  year: string;
  seconds: Record<string, number>;
}

export const TIME_ENTRY: DataSet<TimeEntry> = {
  name: 'time-entry',
  place: 'entity',
  key: [
    ['accountId', { kind: 'account-id' }],
    ['id', { kind: 'record-id' }],
  ],
  fields: {
    accountId: {
      value: { kind: 'account-id' },
      category: 'pd:UID',
      what: 'Your Atlassian account ID',
    },
    issueId: { value: { kind: 'jira-id' }, category: 'pd:WorkHistory', what: 'The work item' },
    projectId: {
      value: { kind: 'jira-id' },
      optional: true,
      category: 'pd:WorkHistory',
      what: 'The space of the work item, only in entries of an earlier version of the app',
    },
    startedOn: { value: { kind: 'day' }, category: 'pd:WorkHistory', what: 'The day you worked on it' },
    seconds: {
      value: { kind: 'integer', min: LEAST_SECONDS, max: MOST_SECONDS },
      category: 'pd:WorkHistory',
      what: 'The time spent, in seconds',
    },
    createdAt: {
      value: { kind: 'instant' },
      category: 'pd:WorkHistory',
      what: 'When you logged it',
    },
    position: {
      value: { kind: 'joined', of: [{ kind: 'day' }, { kind: 'record-id' }] },
      category: 'pd:WorkHistory',
      what: 'The day and the ID of the entry, to sort entries',
    },
  },
  indexes: [
    { name: 'by-person', partition: ['accountId'], range: 'position' },
    { name: 'by-person-and-issue', partition: ['accountId', 'issueId'], range: 'position' },
    { name: 'createdAt', partition: [], range: 'createdAt' },
  ],
  about: 'person',
  found: { by: 'index', index: 'by-person', range: 'position' },
  title: 'Time entries',
  what: 'The work item, the day and the time you spent on it.',
  purpose: 'To show you the time you spent, and to show it to administrators for a reason.',
  usedFor: ['time-recording', 'requests', 'correction', 'legal-duty', 'incident'],
  retention: {
    days: { standard: 1095, least: 30, most: 3650, from: 'createdAt' },
    anonymise: {
      into: ISSUE_TOTAL.name,
      by: 'issueId',
      amount: 'seconds',
      people: LEAST_PEOPLE,
      words:
        'If entries of three or more people on a work item expire at once, their time is added to a total. The total contains no person and no day.',
    },
    words: 'The period begins when you log the entry. Administrators can change it.',
  },
  erasure: { effect: 'delete', words: 'Deleted.' },
  exported: true,
};

export const DAY_TOTALS: DataSet<DayTotals> = {
  name: 'day-totals',
  place: 'entity',
  key: [
    ['accountId', { kind: 'account-id' }],
    ['year', { kind: 'integer-text' }],
  ],
  fields: {
    accountId: {
      value: { kind: 'account-id' },
      category: 'pd:UID',
      what: 'Your Atlassian account ID',
    },
    year: { value: { kind: 'integer-text' }, category: 'pd:WorkHistory', what: 'The year' },
    seconds: {
      value: { kind: 'numbers', by: { kind: 'day' }, max: MOST_SECONDS, most: 366 },
      category: 'pd:WorkHistory',
      what: 'The seconds that you logged on each day of it',
    },
  },
  indexes: [{ name: 'by-person', partition: ['accountId'], range: 'year' }],
  about: 'person',
  found: { by: 'index', index: 'by-person', range: 'year' },
  title: 'Totals by day',
  counted: { one: 'year', many: 'years' },
  what: 'The time you logged on each day, by year.',
  purpose: 'So that no day has more than 24 hours, and to show you your time by day.',
  usedFor: ['time-recording'],
  retention: { words: 'Updated with each entry. A day without entries has no total.' },
  erasure: { effect: 'delete', words: 'Deleted with the entries.' },
  exported: true,
};
