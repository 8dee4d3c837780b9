import type { DataSet } from '../../storage/data-set';
import { PURPOSES, type Purpose } from '../../storage/purposes';
import { LEGAL_BASES, type LegalBasis } from './legal-bases';

/** How a person's own wish to have everything erased is met. */
export const SELF_ERASURES = ['at-once', 'after-approval'] as const;
export type SelfErasureMode = (typeof SELF_ERASURES)[number];

/** What administrators decided. */
export interface Settings {
  /** How often they were changed; never where it is missing. */
  version?: number;
  /** Days by data set, within the limits of the data map; standard where a data set is missing. */
  retentionDays: Record<string, number>;
  /** At once where it is missing. */
  selfErasure?: SelfErasureMode;
  /** Days after which somebody whom Jira removed from the site is erased; 0 waits for Atlassian's answer. */
  removedDays?: number;
  /** Whether records whose period has passed are added to totals without names, where their data set allows that. */
  keepTotals?: boolean;
  /** The work item with the organisation's own privacy page: who is responsible, and whom to ask. */
  controllerPage?: string;
  /** On which basis data is used for a purpose; nobody has chosen where it is missing. */
  bases?: ChosenBasis[];
  /** Changes that erase more than before: they wait a day, in which they can be taken back. */
  waiting?: WaitingChange[];
}

/** Settings whose changes may wait. */
export const WAITING_SETTINGS = ['retentionDays', 'selfErasure', 'removedDays'] as const;

export interface WaitingChange {
  setting: (typeof WAITING_SETTINGS)[number];
  /** From when it is in force. */
  from: string;
  /** Of which records, where it is a period. */
  dataSet?: string;
  days?: number;
  choice?: SelfErasureMode;
}

export interface ChosenBasis {
  purpose: Purpose;
  basis: LegalBasis;
}

export const SETTINGS_KEY = 'settings';

export const SETTINGS: DataSet<Settings> = {
  name: 'settings',
  place: 'plain',
  key: [['name', { kind: 'one-of', values: [SETTINGS_KEY] }]],
  fields: {
    version: {
      value: { kind: 'integer', min: 0, max: 2_147_483_647 },
      optional: true,
      category: 'dpv:NonPersonalData',
      what: 'How often they were changed',
    },
    retentionDays: {
      value: { kind: 'numbers', by: { kind: 'data-set' }, max: 36_500, most: 20 },
      category: 'dpv:NonPersonalData',
      what: 'For how many days each data set is kept',
    },
    selfErasure: {
      value: { kind: 'one-of', values: SELF_ERASURES },
      optional: true,
      category: 'dpv:NonPersonalData',
      what: 'Whether people erase their own data at once or after the approval of an administrator',
    },
    removedDays: {
      value: { kind: 'integer', min: 0, max: 365 },
      optional: true,
      category: 'dpv:NonPersonalData',
      what: 'After how many days people who were removed from the site are erased',
    },
    keepTotals: {
      value: { kind: 'boolean' },
      optional: true,
      category: 'dpv:NonPersonalData',
      what: 'Whether totals without names are kept of records whose period has passed',
    },
    controllerPage: {
      value: { kind: 'jira-id' },
      optional: true,
      category: 'dpv:NonPersonalData',
      what: 'The work item that says who is responsible and whom to ask',
    },
    bases: {
      value: {
        kind: 'list',
        of: {
          purpose: { kind: 'one-of', values: PURPOSES },
          basis: { kind: 'one-of', values: LEGAL_BASES },
        },
        most: PURPOSES.length,
      },
      optional: true,
      category: 'dpv:NonPersonalData',
      what: 'On which legal basis data is used for which purpose',
    },
    waiting: {
      value: {
        kind: 'list',
        of: { setting: { kind: 'one-of', values: WAITING_SETTINGS }, from: { kind: 'instant' } },
        optional: {
          dataSet: { kind: 'data-set' },
          days: { kind: 'integer', min: 0, max: 36_500 },
          choice: { kind: 'one-of', values: SELF_ERASURES },
        },
        most: 30,
      },
      optional: true,
      category: 'dpv:NonPersonalData',
      what: 'Changes that erase more than before, and from when they are in force',
    },
  },
  indexes: [],
  about: 'nobody',
  title: 'Settings',
  what: 'What administrators decided for the whole site.',
  purpose: 'To do what administrators decided.',
  retention: { words: 'Kept while the app is installed.' },
  erasure: { effect: 'keep', words: 'It says nothing about anyone.' },
  exported: false,
};

/** The key of the markers' digests: random, made once for each installation, never shown. */
interface Pepper {
  pepper: string;
}

export const PEPPER_KEY = 'pepper';

export const PEPPER: DataSet<Pepper> = {
  name: 'pepper',
  place: 'secret',
  key: [['name', { kind: 'one-of', values: [PEPPER_KEY] }]],
  fields: {
    pepper: { value: { kind: 'digest' }, category: 'dpv:NonPersonalData', what: 'A random key' },
  },
  indexes: [],
  about: 'nobody',
  title: 'Key of the markers',
  what: 'A random key with which digests of account IDs are made.',
  purpose: 'So that a marker of an erasure cannot be traced to a person.',
  retention: { words: 'Kept while the app is installed.' },
  erasure: { effect: 'keep', words: 'It says nothing about anyone.' },
  exported: false,
};
