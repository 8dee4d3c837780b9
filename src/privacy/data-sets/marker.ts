import type { DataSet } from '../../storage/data-set';
import { ENDED_STATES, ERASURE_JOB } from './erasure-job';

/** That someone was erased: what stops a late or replayed write from bringing them back. */
export interface Marker {
  erasedAt: string;
  /** `closed`: Atlassian closed the account, so the person does not come back while the marker lasts. */
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
    erasedAt: {
      value: { kind: 'instant' },
      category: 'pd:PrivacyPreference',
      what: 'data.marker-erased-at',
    },
    kind: {
      value: { kind: 'one-of', values: MARKER_KINDS },
      category: 'pd:PrivacyPreference',
      what: 'data.marker-kind',
    },
    endsAt: {
      value: { kind: 'instant' },
      category: 'pd:PrivacyPreference',
      what: 'data.marker-ends-at',
    },
    job: {
      value: { kind: 'token' },
      category: 'pd:PrivacyPreference',
      what: 'data.marker-job',
    },
    returns: {
      value: { kind: 'integer', min: 0, max: 2_147_483_647 },
      category: 'pd:PrivacyPreference',
      what: 'data.marker-returns',
    },
  },
  indexes: [{ name: 'endsAt', partition: [], range: 'endsAt' }],
  about: 'pseudonym',
  foundByDigest: { by: 'key' },
  title: 'data.marker-title',
  what: 'data.marker-what',
  purpose: 'data.marker-purpose',
  usedFor: ['requests', 'proof'],
  retention: {
    fixed: {
      days: 0,
      index: 'endsAt',
      partitions: [[]],
      why: 'data.marker-why',
      outlasts: { dataSet: ERASURE_JOB.name, by: 'job', field: 'state', ended: ENDED_STATES },
    },
    words: 'data.marker-retention',
    values: MARKER_DAYS,
  },
  erasure: {
    effect: 'keep',
    words: 'data.marker-erasure',
  },
  exported: true,
};
