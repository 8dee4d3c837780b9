import type { DataSet } from '../storage/data-set';
import type { Ref } from '../storage/store';

/** How much of the time on an issue, whose entries are gone, is known without names. */
export interface IssueTotal {
  version: number;
  issueId: string;
  seconds: number;
}

/** Fewer people than three would each know what the others did. */
export const LEAST_PEOPLE = 3;

export const ISSUE_TOTAL: DataSet<IssueTotal> = {
  name: 'issue-total',
  place: 'app-state',
  key: [['issueId', { kind: 'jira-id' }]],
  fields: {
    version: {
      value: { kind: 'integer', min: 0, max: 2_147_483_647 },
      category: 'dpv:NonPersonalData',
      what: 'data.issue-total-version',
    },
    issueId: { value: { kind: 'jira-id' }, category: 'dpv:NonPersonalData', what: 'data.work-item' },
    seconds: {
      value: { kind: 'integer', min: 0, max: 2_147_483_647 },
      category: 'dpv:NonPersonalData',
      what: 'data.issue-total-seconds',
    },
  },
  indexes: [],
  about: 'nobody',
  title: 'data.issue-total-title',
  what: 'data.issue-total-what',
  purpose: 'data.issue-total-purpose',
  usedFor: ['totals'],
  retention: {
    words: 'data.issue-total-retention',
  },
  erasure: {
    effect: 'keep',
    words: 'data.issue-total-erasure',
  },
  exported: false,
};

export const issueTotalRef = (issueId: string): Ref<IssueTotal> => ({ dataSet: ISSUE_TOTAL, key: issueId });
