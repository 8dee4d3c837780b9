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
  what: 'The total time of expired entries on a work item. Time is added only for three or more people together.',
  purpose: 'To keep a rough figure of the work done, without saying who did it.',
  usedFor: ['totals'],
  retention: {
    words: 'Stored while the app is installed. Deleted if administrators switch such totals off.',
  },
  erasure: {
    effect: 'keep',
    words:
      'From the total alone nobody’s part can be worked out, so none can be taken out. Two of three people who compare notes could work out the third’s.',
  },
  exported: false,
};

export const issueTotalRef = (issueId: string): Ref<IssueTotal> => ({ dataSet: ISSUE_TOTAL, key: issueId });
