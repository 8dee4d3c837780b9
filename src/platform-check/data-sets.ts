import type { DataSet } from '../storage/data-set';
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

const nobody = 'dpv:NonPersonalData' as const;
const instant = { kind: 'instant' } as const;
const count = { kind: 'integer', min: 0, max: 2_147_483_647 } as const;
/** More of them would tell nothing more. */
export const MOST_ARRIVALS = 12;

const maybe = (value: DataSet['key'][number][1], what: string) =>
  ({ value, optional: true, category: nobody, what }) as const;

const ABOUT_NOBODY = {
  place: 'app-state',
  indexes: [],
  about: 'nobody',
  erasure: { effect: 'keep', words: 'It says nothing about anyone.' },
  exported: false,
} as const;

export const SITE_CHECK: DataSet<SiteCheck> = {
  ...ABOUT_NOBODY,
  name: 'site-check',
  key: [['name', { kind: 'one-of', values: [SITE_CHECK_KEY] }]],
  fields: {
    version: { value: count, category: nobody, what: 'How often it was written' },
    run: { value: { kind: 'token' }, category: nobody, what: 'Which check it is' },
    startedAt: { value: instant, category: nobody, what: 'When the check began' },
    heldUntil: { value: instant, category: nobody, what: 'Until when no other may begin' },
    step: { value: count, category: nobody, what: 'How many steps are done' },
    untilRefused: {
      value: { kind: 'boolean' },
      category: nobody,
      what: 'Whether storage is asked until it refuses',
    },
    found: {
      value: {
        kind: 'list',
        of: { id: { kind: 'one-of', values: ASSUMPTION_IDS }, outcome: { kind: 'one-of', values: OUTCOMES } },
        optional: { number: count },
        most: ASSUMPTION_IDS.length,
      },
      category: nobody,
      what: 'What was found, in members of a list and numbers',
    },
    pushedAt: maybe(instant, 'When events were handed to the queue'),
    arrivals: maybe(
      { kind: 'list', of: { event: count, lateMs: count }, most: MOST_ARRIVALS },
      'Which events came, and how late',
    ),
    filledAt: maybe(instant, 'When rows were written to be listed'),
    round: maybe(count, 'How often a row was written and deleted to be listed'),
    phase: maybe({ kind: 'one-of', values: LAG_PHASES }, 'Whether that row was written or deleted'),
    part: maybe({ kind: 'token' }, 'Which row that is'),
    since: maybe(instant, 'Since when'),
    triedAt: maybe(instant, 'When storage was asked until it refused'),
    finishedAt: maybe(instant, 'When the check ended'),
  },
  title: 'Check of the site',
  what: 'What the last check found of how Forge behaves on this site.',
  purpose: 'To tell administrators where the site is otherwise than the app assumes.',
  retention: { words: 'Kept while the app is installed; each check replaces the last.' },
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
    version: { value: count, category: nobody, what: 'A number to put conditions on' },
    filler: maybe(
      { kind: 'list', of: { part: { kind: 'digest' } }, most: MOST_FILLER },
      'What makes the row large',
    ),
  },
  title: 'Scratch rows',
  what: 'Rows that the check of the site writes and deletes again; they hold nothing of anyone.',
  purpose: 'To see what storage does.',
  retention: {
    words: 'Deleted by the check itself. What one that was cut off left goes with the next, or the next day.',
  },
};
