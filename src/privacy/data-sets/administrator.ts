import type { DataSet } from '../../storage/data-set';
import { AUDIT } from './audit';

/**
 * Somebody who acted as an administrator: the only row that leads from the lines of the audit log to who did it. It is
 * written with the first act and at most once on each further day.
 */
export interface Administrator {
  accountId: string;
  /** Stands for them in the lines of what they did; never the token that stands for them in lines about them. */
  by: string;
  /** `day#token`: the last day (UTC) on which they acted, with what makes it unique. */
  lastAct: string;
}

/** Where lines that somebody caused lead to them: as long as the last of these lines is kept. */
export const ADMINISTRATOR: DataSet<Administrator> = {
  name: 'administrator',
  place: 'entity',
  key: [
    ['accountId', { kind: 'account-id' }],
    ['row', { kind: 'one-of', values: ['administrator'] }],
  ],
  fields: {
    accountId: {
      value: { kind: 'account-id' },
      category: 'pd:UID',
      what: 'data.own-account-id',
    },
    by: {
      value: { kind: 'token' },
      exportedAs: 'nothing',
      category: 'dpv:PseudonymisedData',
      what: 'data.administrator-by',
    },
    lastAct: {
      value: { kind: 'joined', of: [{ kind: 'day' }, { kind: 'token' }] },
      exportedAs: { day: 'day' },
      category: 'pd:ServiceConsumptionBehavior',
      what: 'data.administrator-last-act',
    },
  },
  indexes: [
    { name: 'by-person', partition: ['accountId'], range: 'lastAct' },
    { name: 'by-token', partition: ['by'], range: 'accountId' },
    { name: 'lastAct', partition: [], range: 'lastAct' },
  ],
  about: 'person',
  found: { by: 'index', index: 'by-person', range: 'lastAct' },
  title: 'data.administrator-title',
  what: 'data.administrator-what',
  purpose: 'data.administrator-purpose',
  usedFor: ['proof', 'incident'],
  retention: {
    like: {
      dataSet: AUDIT,
      from: 'lastAct',
      why: 'data.administrator-why',
    },
    words: 'data.administrator-retention',
  },
  erasure: {
    effect: 'delete',
    words: 'data.administrator-erasure',
  },
  exported: true,
};
