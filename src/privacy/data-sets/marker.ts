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
    erasedAt: {
      value: { kind: 'instant' },
      category: 'pd:PrivacyPreference',
      what: 'When your data was deleted',
    },
    kind: {
      value: { kind: 'one-of', values: MARKER_KINDS },
      category: 'pd:PrivacyPreference',
      what: 'Whether Atlassian had closed your account',
    },
    endsAt: {
      value: { kind: 'instant' },
      category: 'pd:PrivacyPreference',
      what: 'When the deletion marker is deleted, once the deletion is complete',
    },
    job: {
      value: { kind: 'token' },
      category: 'pd:PrivacyPreference',
      what: 'The code of the deletion that made it',
    },
    returns: {
      value: { kind: 'integer', min: 0, max: 2_147_483_647 },
      category: 'pd:PrivacyPreference',
      what: 'How often you used the app again since',
    },
  },
  indexes: [{ name: 'endsAt', partition: [], range: 'endsAt' }],
  about: 'pseudonym',
  foundByDigest: true,
  title: 'Deletion marker',
  what: 'A code made from your account ID with a secret key, and the date of deletion. Nobody can read your ID from it.',
  purpose: 'So that delayed changes cannot bring deleted data back.',
  usedFor: ['requests', 'proof'],
  retention: {
    fixed: {
      ...{ days: 0, index: 'endsAt', partitions: [[]] },
      outlasts: { dataSet: ERASURE_JOB.name, by: 'job', field: 'state', ended: ENDED_STATES },
    },
    words: `Deleted ${MARKER_DAYS.erased} days after you asked for the deletion, or after ${MARKER_DAYS.closed} days if Atlassian closed the account. It stays until the deletion is complete.`,
  },
  erasure: {
    effect: 'keep',
    words:
      'The deletion makes it. It does not contain your account ID, and it is still treated as personal data.',
  },
  exported: true,
};
