import type { DataKey } from '../../words/types';
import { nobody, instant, count, type DataSet } from '../storage/data-set';
import { ASSUMPTION_IDS, OUTCOMES } from './assumptions';

/** A finding as it is kept: members of closed lists and a number. */
export interface StoredFinding {
  id: string;
  outcome: string;
  number?: number;
}

/** An event that came: which, and how long after its time. */
export interface Arrival {
  event: number;
  lateMs: number;
}

const LAG_PHASES = ['written', 'deleted'] as const;

/** How far the check of the site is, or what the last one found. It says nothing of the site and names nobody. */
export interface SiteCheck {
  version: number;
  /** What whoever goes on with the check has to name. */
  run: string;
  startedAt: string;
  /** Until when nobody else may begin one. */
  heldUntil: string;
  step: number;
  untilRefused: boolean;
  found: StoredFinding[];
  /** When events were pushed, and which have come. */
  pushedAt?: string;
  arrivals?: Arrival[];
  /** When the rows were written that pages are made of. */
  filledAt?: string;
  /** The row that a query is to list, or to list no more: in which round, which, and since when. */
  round?: number;
  phase?: (typeof LAG_PHASES)[number];
  part?: string;
  since?: string;
  /** When storage was asked until it refused. */
  triedAt?: string;
  finishedAt?: string;
}

/** What is written and deleted to see what storage does. */
export interface ScratchRow {
  version: number;
  filler?: Array<{ part: string }>;
}

export const SITE_CHECK_KEY = 'site-check';

/** More of them would tell nothing more. */
export const MOST_ARRIVALS = 12;

const maybe = (value: DataSet['key'][number][1], what: DataKey) =>
  ({ value, optional: true, category: nobody, what }) as const;

const ABOUT_NOBODY = {
  place: 'app-state',
  indexes: [],
  about: 'nobody',
  erasure: { effect: 'keep', words: 'data.about-nobody' },
  exported: false,
} as const;

export const SITE_CHECK: DataSet<SiteCheck> = {
  ...ABOUT_NOBODY,
  name: 'site-check',
  key: [['name', { kind: 'one-of', values: [SITE_CHECK_KEY] }]],
  fields: {
    version: { value: count, category: nobody, what: 'data.times-written' },
    run: { value: { kind: 'token' }, category: nobody, what: 'data.site-check-run' },
    startedAt: { value: instant, category: nobody, what: 'data.scan-started-at' },
    heldUntil: { value: instant, category: nobody, what: 'data.site-check-held-until' },
    step: { value: count, category: nobody, what: 'data.site-check-step' },
    untilRefused: {
      value: { kind: 'boolean' },
      category: nobody,
      what: 'data.site-check-until-refused',
    },
    found: {
      value: {
        kind: 'list',
        of: { id: { kind: 'one-of', values: ASSUMPTION_IDS }, outcome: { kind: 'one-of', values: OUTCOMES } },
        optional: { number: count },
        most: ASSUMPTION_IDS.length,
      },
      category: nobody,
      what: 'data.site-check-found',
    },
    pushedAt: maybe(instant, 'data.site-check-pushed-at'),
    arrivals: maybe(
      { kind: 'list', of: { event: count, lateMs: count }, most: MOST_ARRIVALS },
      'data.site-check-arrivals',
    ),
    filledAt: maybe(instant, 'data.site-check-filled-at'),
    round: maybe(count, 'data.site-check-round'),
    phase: maybe({ kind: 'one-of', values: LAG_PHASES }, 'data.site-check-phase'),
    part: maybe({ kind: 'token' }, 'data.site-check-part'),
    since: maybe(instant, 'data.since-when'),
    triedAt: maybe(instant, 'data.site-check-tried-at'),
    finishedAt: maybe(instant, 'data.scan-finished-at'),
  },
  title: 'data.site-check-title',
  what: 'data.site-check-what',
  purpose: 'data.site-check-purpose',
  retention: { words: 'data.scan-retention' },
};

/** So many digests are 40 KB. */
export const MOST_FILLER = 540;

export const SCRATCH: DataSet<ScratchRow> = {
  ...ABOUT_NOBODY,
  name: 'scratch',
  key: [
    ['madeAt', instant],
    ['part', { kind: 'token' }],
  ],
  fields: {
    version: { value: count, category: nobody, what: 'data.scratch-version' },
    filler: maybe(
      { kind: 'list', of: { part: { kind: 'digest' } }, most: MOST_FILLER },
      'data.scratch-filler',
    ),
  },
  title: 'data.scratch-title',
  what: 'data.scratch-what',
  purpose: 'data.scratch-purpose',
  retention: {
    words: 'data.scratch-retention',
  },
};
