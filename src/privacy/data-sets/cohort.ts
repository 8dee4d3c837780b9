import type { DataSet } from '../../storage/data-set';

/** A group of at most 90 people, the most that one report to Atlassian takes (user privacy guide). */
export interface Cohort {
  version: number;
  size: number;
  /** When the account IDs of the group are next due to be reported. */
  dueAt: string;
  members: Member[];
}

export interface Member {
  accountId: string;
  /** When the account ID was last obtained from Atlassian or confirmed with it. */
  updatedAt: string;
}

/** Which cohort takes the next person. There is always one, so conditions on it never meet a missing row. */
export interface Register {
  open: string;
}

export const MOST_MEMBERS = 90;
export const REGISTER_KEY = 'register';

export const COHORT: DataSet<Cohort> = {
  name: 'cohort',
  place: 'entity',
  key: [['number', { kind: 'integer-text' }]],
  fields: {
    version: {
      value: { kind: 'integer', min: 0, max: 2_147_483_647 },
      category: 'dpv:NonPersonalData',
      what: 'How often the group was written',
    },
    size: {
      value: { kind: 'integer', min: 0, max: MOST_MEMBERS },
      category: 'dpv:NonPersonalData',
      what: 'How many people stand in the group',
    },
    dueAt: {
      value: { kind: 'instant' },
      category: 'dpv:NonPersonalData',
      what: 'When the account IDs of the group are next due to be reported to Atlassian',
    },
    members: {
      value: {
        kind: 'list',
        of: { accountId: { kind: 'account-id' }, updatedAt: { kind: 'instant' } },
        most: MOST_MEMBERS,
      },
      category: 'pd:AccountIdentifier',
      what: 'Your Atlassian account ID, and when it was last obtained from Atlassian or confirmed with it',
    },
  },
  indexes: [{ name: 'dueAt', partition: [], range: 'dueAt' }],
  about: 'people',
  found: { by: 'named-row', in: 'standing', field: 'cohort', list: 'members', member: 'accountId' },
  title: 'Your place in a group',
  what: 'In which group of up to 90 people your account ID stands.',
  purpose: 'To check with Atlassian, group by group, whether accounts still exist.',
  lawfulBasis: 'legal-obligation',
  retention: { words: 'Kept as long as your registration.' },
  erasure: { effect: 'delete', words: 'Your account ID is taken out of the group.' },
  exported: true,
};

export const REGISTER: DataSet<Register> = {
  name: 'register',
  place: 'entity',
  key: [['name', { kind: 'one-of', values: [REGISTER_KEY] }]],
  fields: {
    open: {
      value: { kind: 'integer-text' },
      category: 'dpv:NonPersonalData',
      what: 'The number of the group that takes the next person',
    },
  },
  indexes: [],
  about: 'nobody',
  title: 'The open group',
  what: 'Which group takes the next person.',
  purpose: 'To place people in groups.',
  lawfulBasis: 'legal-obligation',
  retention: { words: 'Kept while the app is installed.' },
  erasure: { effect: 'keep', words: 'It says nothing about anyone.' },
  exported: false,
};
