import type { DataSet } from '../../storage/data-set';
import { PURPOSES, type Purpose } from '../../storage/purposes';

export type { Purpose };

/** Legal bases of GDPR art. 6(1): (b), (c), (e) and (f). Consent is not offered: staff can hardly refuse it (recital 43). */
export const LEGAL_BASES = ['contract', 'legal-obligation', 'public-task', 'legitimate-interest'] as const;
export type LegalBasis = (typeof LEGAL_BASES)[number];

const DUTY = ['legal-obligation', 'public-task', 'legitimate-interest'] as const;
const INTEREST = ['legitimate-interest', 'public-task'] as const;

/**
 * Which bases a purpose may rest on. The duty to tell Atlassian which accounts are held comes from a contract, and art. 6(3)
 * wants a law. No contract of employment needs totals of expired time.
 */
export const BASES_OF: Record<Purpose, readonly LegalBasis[]> = {
  'time-recording': LEGAL_BASES,
  requests: DUTY,
  correction: DUTY,
  'legal-duty': ['legal-obligation', 'public-task'],
  incident: DUTY,
  proof: DUTY,
  departures: INTEREST,
  totals: INTEREST,
};

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
export const WAITING_SETTINGS = ['retentionDays', 'selfErasure', 'removedDays', 'keepTotals'] as const;
const WAITING_CHOICES = [...SELF_ERASURES, 'yes', 'no'] as const;

export interface WaitingChange {
  setting: (typeof WAITING_SETTINGS)[number];
  /** From when it is in force. */
  from: string;
  /** Of which records, where it is a period. */
  dataSet?: string;
  days?: number;
  choice?: (typeof WAITING_CHOICES)[number];
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
      what: 'data.settings-version',
    },
    retentionDays: {
      value: { kind: 'numbers', by: { kind: 'data-set' }, max: 36_500, most: 20 },
      category: 'dpv:NonPersonalData',
      what: 'data.settings-retention-days',
    },
    selfErasure: {
      value: { kind: 'one-of', values: SELF_ERASURES },
      optional: true,
      category: 'dpv:NonPersonalData',
      what: 'data.settings-self-erasure',
    },
    removedDays: {
      value: { kind: 'integer', min: 0, max: 365 },
      optional: true,
      category: 'dpv:NonPersonalData',
      what: 'data.settings-removed-days',
    },
    keepTotals: {
      value: { kind: 'boolean' },
      optional: true,
      category: 'dpv:NonPersonalData',
      what: 'data.settings-keep-totals',
    },
    controllerPage: {
      value: { kind: 'jira-id' },
      optional: true,
      category: 'dpv:NonPersonalData',
      what: 'data.settings-controller-page',
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
      what: 'data.settings-bases',
    },
    waiting: {
      value: {
        kind: 'list',
        of: { setting: { kind: 'one-of', values: WAITING_SETTINGS }, from: { kind: 'instant' } },
        optional: {
          dataSet: { kind: 'data-set' },
          days: { kind: 'integer', min: 0, max: 36_500 },
          choice: { kind: 'one-of', values: WAITING_CHOICES },
        },
        most: 30,
      },
      optional: true,
      category: 'dpv:NonPersonalData',
      what: 'data.settings-waiting',
    },
  },
  indexes: [],
  about: 'nobody',
  title: 'data.settings-title',
  what: 'data.settings-what',
  purpose: 'data.settings-purpose',
  retention: { words: 'data.kept-while-installed' },
  erasure: { effect: 'keep', words: 'data.about-nobody' },
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
    pepper: { value: { kind: 'digest' }, category: 'dpv:NonPersonalData', what: 'data.random-key' },
  },
  indexes: [],
  about: 'nobody',
  title: 'data.pepper-title',
  what: 'data.pepper-what',
  purpose: 'data.pepper-purpose',
  retention: { words: 'data.kept-while-installed' },
  erasure: { effect: 'keep', words: 'data.about-nobody' },
  exported: false,
};
