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
      what: 'Which writing of it this is',
    },
    issueId: { value: { kind: 'jira-id' }, category: 'dpv:NonPersonalData', what: 'The work item' },
    seconds: {
      value: { kind: 'integer', min: 0, max: 2_147_483_647 },
      category: 'dpv:NonPersonalData',
      what: 'How much time of several people, in seconds',
    },
  },
  indexes: [],
  about: 'nobody',
  title: 'Time without names',
  what: 'How much time of entries that have expired was spent on a work item. Each step that added to it was at least three people’s.',
  purpose: 'To know roughly how long work took after it is forgotten who did it.',
  usedFor: ['totals'],
  retention: {
    words:
      'Kept while administrators keep such totals and the app is installed; deleted when they switch that off.',
  },
  erasure: {
    effect: 'keep',
    words:
      'Nobody’s part of it can be told, so none can be taken out. Only expired entries are added to it, never what an erasure deletes.',
  },
  exported: false,
};

export const issueTotalRef = (issueId: string): Ref<IssueTotal> => ({ dataSet: ISSUE_TOTAL, key: issueId });
