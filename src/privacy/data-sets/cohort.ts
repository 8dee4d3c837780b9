import { instant, type DataSet } from '../../storage/data-set';

/** A group of at most 90 people, the most that one report to Atlassian takes (user privacy guide). */
export interface Cohort {
  version: number;
  size: number;
  /**
   * From when the group's cycle counts: it is due one cycle later, whatever a cycle then is. The earliest of its members'
   * own dates; `FIRST_INSTANT` while an answer of Atlassian's is to be carried out, `NEVER` where nobody waits.
   */
  countsFrom: string;
  /** When Atlassian was last told of the members that have no dates of their own. */
  reportedAt?: string;
  members: Member[];
}

export interface Member {
  accountId: string;
  /** When the account ID was last obtained from Atlassian or confirmed with it. */
  updatedAt: string;
  /** When it joined, until Atlassian is first told of it. */
  joinedAt?: string;
  /** When an earlier stay ended: until then Atlassian may have been told. */
  leftAt?: string;
  /** When Atlassian was last told of it, where that was apart from the group. */
  toldAt?: string;
  /** When Jira said that the profile had changed, until that is confirmed with Atlassian. */
  changedAt?: string;
  /** When Atlassian answered that the account is closed: it is never reported again, and its erasure begins. */
  closedAt?: string;
}

/** Which cohorts take people. There is always one, so conditions on this row never meet a missing one. */
export interface Register {
  /** The number of the last cohort. Where nothing else is said, it is the one that takes people. */
  open: string;
  version: number;
  /** The cohorts that take people. */
  taking?: Array<{ number: string }>;
}

export const MOST_MEMBERS = 90;
/** The most cohorts that take people at once: among so many, 200 people who come in the same second hardly meet. */
export const MOST_OPEN = 16;
export const REGISTER_KEY = 'register';

export const COHORT: DataSet<Cohort> = {
  name: 'cohort',
  place: 'entity',
  key: [['number', { kind: 'integer-text' }]],
  fields: {
    version: {
      value: { kind: 'integer', min: 0, max: 2_147_483_647 },
      category: 'pd:ServiceConsumptionBehavior',
      what: 'data.cohort-version',
    },
    size: {
      value: { kind: 'integer', min: 0, max: MOST_MEMBERS },
      category: 'pd:ServiceConsumptionBehavior',
      what: 'data.cohort-size',
    },
    countsFrom: {
      value: instant,
      category: 'pd:ServiceConsumptionBehavior',
      what: 'data.cohort-counts-from',
    },
    reportedAt: {
      value: instant,
      optional: true,
      category: 'pd:ServiceConsumptionBehavior',
      what: 'data.cohort-reported-at',
    },
    members: {
      value: {
        kind: 'list',
        of: { accountId: { kind: 'account-id' }, updatedAt: instant },
        // Few members have any of these: 90 of them then take 9 KB, of the 10 that Forge counts as one unit. While all have
        // `joinedAt` it is 12.
        optional: {
          joinedAt: instant,
          leftAt: instant,
          toldAt: instant,
          changedAt: instant,
          closedAt: instant,
        },
        most: MOST_MEMBERS,
      },
      category: 'pd:UID',
      what: 'data.cohort-members',
    },
  },
  indexes: [
    { name: 'countsFrom', partition: [], range: 'countsFrom' },
    { name: 'size', partition: [], range: 'size' },
  ],
  about: 'people',
  found: { by: 'named-row', in: 'standing', field: 'cohort', list: 'members', member: 'accountId' },
  title: 'data.cohort-title',
  what: 'data.cohort-what',
  purpose: 'data.cohort-purpose',
  usedFor: ['departures'],
  retention: { words: 'data.cohort-retention' },
  erasure: { effect: 'delete', words: 'data.cohort-erasure' },
  exported: true,
};

export const REGISTER: DataSet<Register> = {
  name: 'register',
  place: 'app-state',
  key: [['name', { kind: 'one-of', values: [REGISTER_KEY] }]],
  fields: {
    open: {
      value: { kind: 'integer-text' },
      category: 'dpv:NonPersonalData',
      what: 'data.register-open',
    },
    version: {
      value: { kind: 'integer', min: 1, max: 2_147_483_647 },
      category: 'dpv:NonPersonalData',
      what: 'data.times-written',
    },
    taking: {
      value: { kind: 'list', of: { number: { kind: 'integer-text' } }, most: MOST_OPEN },
      optional: true,
      category: 'dpv:NonPersonalData',
      what: 'data.register-taking',
    },
  },
  indexes: [],
  about: 'nobody',
  title: 'data.register-title',
  what: 'data.register-what',
  purpose: 'data.register-purpose',
  retention: { words: 'data.kept-while-installed' },
  erasure: { effect: 'keep', words: 'data.about-nobody' },
  exported: false,
};
