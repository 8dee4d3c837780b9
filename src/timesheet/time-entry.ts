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
      what: 'data.own-account-id',
    },
    issueId: { value: { kind: 'jira-id' }, category: 'pd:WorkHistory', what: 'data.work-item' },
    projectId: {
      value: { kind: 'jira-id' },
      optional: true,
      category: 'pd:WorkHistory',
      what: 'data.time-entry-space',
    },
    startedOn: { value: { kind: 'day' }, category: 'pd:WorkHistory', what: 'data.time-entry-day' },
    seconds: {
      value: { kind: 'integer', min: LEAST_SECONDS, max: MOST_SECONDS },
      category: 'pd:WorkHistory',
      what: 'data.time-entry-seconds',
    },
    createdAt: {
      value: { kind: 'instant' },
      category: 'pd:WorkHistory',
      what: 'data.time-entry-logged-at',
    },
    position: {
      value: { kind: 'joined', of: [{ kind: 'day' }, { kind: 'record-id' }] },
      category: 'pd:WorkHistory',
      what: 'data.time-entry-position',
    },
  },
  indexes: [
    { name: 'by-person', partition: ['accountId'], range: 'position' },
    { name: 'by-person-and-issue', partition: ['accountId', 'issueId'], range: 'position' },
    // Read by nothing here: 0.1.0 finds by it what expires, and an update can be taken back.
    { name: 'createdAt', partition: [], range: 'createdAt' },
    { name: 'position', partition: [], range: 'position' },
  ],
  about: 'person',
  found: { by: 'index', index: 'by-person', range: 'position' },
  title: 'data.time-entry-title',
  what: 'data.time-entry-what',
  purpose: 'data.time-entry-purpose',
  usedFor: ['time-recording', 'requests', 'correction', 'legal-duty', 'incident'],
  retention: {
    days: {
      standard: 1095,
      least: 30,
      most: 3650,
      from: 'position',
      why: 'data.time-entry-why',
    },
    anonymise: {
      into: ISSUE_TOTAL.name,
      by: 'issueId',
      amount: 'seconds',
      people: LEAST_PEOPLE,
      words: 'data.time-entry-totals',
    },
    words: 'data.time-entry-retention',
  },
  erasure: { effect: 'delete', words: 'data.deleted' },
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
      what: 'data.own-account-id',
    },
    year: { value: { kind: 'integer-text' }, category: 'pd:WorkHistory', what: 'data.day-totals-year' },
    seconds: {
      value: { kind: 'numbers', by: { kind: 'day' }, max: MOST_SECONDS, most: 366 },
      category: 'pd:WorkHistory',
      what: 'data.day-totals-seconds',
    },
  },
  indexes: [{ name: 'by-person', partition: ['accountId'], range: 'year' }],
  about: 'person',
  found: { by: 'index', index: 'by-person', range: 'year' },
  title: 'data.day-totals-title',
  counted: 'data.day-totals-counted',
  what: 'data.day-totals-what',
  purpose: 'data.day-totals-purpose',
  usedFor: ['time-recording'],
  retention: { words: 'data.day-totals-retention' },
  erasure: { effect: 'delete', words: 'data.day-totals-erasure' },
  exported: true,
};
