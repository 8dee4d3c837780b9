import type { DataSet } from '../../storage/data-set';
import { ENDED_STATES, ERASURE_JOB } from './erasure-job';

/** That someone was erased: what stops a late or replayed write from bringing them back. */
export interface Marker {
  erasedAt: string;
  /** `closed`: Atlassian closed the account, so it never comes back. */
  kind: MarkerKind;
  endsAt: string;
  /** The erasure that wrote it. */
  job: string;
  /** How often the person came back since: a registration and an erasure taken up again collide on it. */
  returns: number;
}

const MARKER_KINDS = ['erased', 'closed'] as const;
export type MarkerKind = (typeof MARKER_KINDS)[number];

/**
 * Days a marker lasts. Nothing that was under way at an erasure lives longer than 24 hours and 15 minutes (what Forge's
 * queue keeps, and the longest function); the rest is for stores that are slow to forget.
 */
export const MARKER_DAYS: Record<MarkerKind, number> = { erased: 30, closed: 365 };

export const MARKER: DataSet<Marker> = {
  name: 'marker',
  place: 'entity',
  key: [['digest', { kind: 'digest' }]],
  fields: {
    erasedAt: { value: { kind: 'instant' }, category: 'pd:PrivacyPreference', what: 'When you were erased' },
    kind: {
      value: { kind: 'one-of', values: MARKER_KINDS },
      category: 'pd:PrivacyPreference',
      what: 'Whether Atlassian had closed the account',
    },
    endsAt: {
      value: { kind: 'instant' },
      category: 'pd:PrivacyPreference',
      what: 'From when the marker is deleted, once the erasure is done',
    },
    job: { value: { kind: 'token' }, category: 'pd:PrivacyPreference', what: 'Which erasure wrote it' },
    returns: {
      value: { kind: 'integer', min: 0, max: 2_147_483_647 },
      category: 'pd:PrivacyPreference',
      what: 'How often you used the app again since',
    },
  },
  indexes: [{ name: 'endsAt', partition: [], range: 'endsAt' }],
  about: 'pseudonym',
  foundByDigest: true,
  title: 'Marker of an erasure',
  what: 'A keyed digest of your account ID, from which the ID cannot be read, and when you were erased.',
  purpose: 'So that nothing that was still under way can bring erased data back.',
  usedFor: ['requests', 'proof'],
  retention: {
    fixed: {
      ...{ days: 0, index: 'endsAt', partitions: [[]] },
      outlasts: { dataSet: ERASURE_JOB.name, by: 'job', field: 'state', ended: ENDED_STATES },
    },
    words: `Deleted ${MARKER_DAYS.erased} days after the erasure was asked for, or ${MARKER_DAYS.closed} days where Atlassian closed the account, and never before the erasure is done.`,
  },
  erasure: {
    effect: 'keep',
    words: 'Written by the erasure itself. It does not name you, and it ends by date.',
  },
  exported: true,
};
