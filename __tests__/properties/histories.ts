import * as fc from 'fast-check';
import type { FaultOutcome } from '../../local/faults/types';
import type { LocalForge } from '../../local/forge';
import { createRandom } from '../../local/random';
import type { StorageSettings } from '../../local/storage';
import type { Happening } from './happening';

const PEOPLE_IN_IT = 3;

const who = fc.nat({ max: PEOPLE_IN_IT - 1 });
const outcome: fc.Arbitrary<FaultOutcome> = fc.constantFrom<FaultOutcome>(
  { kind: 'answer', status: 500, body: {} },
  { kind: 'answer', status: 503, body: 'busy' },
  { kind: 'rate-limited' },
  { kind: 'cut' },
  { kind: 'time-out' },
  { kind: 'lost-response' },
  // Carried out, but the time of whoever asked is over before the answer comes.
  { kind: 'slow', ms: 60_000 },
  { kind: 'crash', when: 'before' },
  { kind: 'crash', when: 'after' },
);
const log = fc.record({
  what: fc.constant('log' as const),
  who,
  day: fc.nat({ max: 400 }),
  minutes: fc.integer({ min: 1, max: 600 }),
});
const remove = fc.record({
  what: fc.constant('delete' as const),
  who,
  share: fc.integer({ min: 1, max: 3 }),
});
const undo = fc.record({ what: fc.constant('undo' as const), who });
const erase = fc.record({
  what: fc.constant('erase' as const),
  who,
  by: fc.constantFrom('person' as const, 'administrator' as const),
});
const restrict = fc.record({ what: fc.constant('restrict' as const), who, restricted: fc.boolean() });
const daily = fc.record({ what: fc.constant('daily' as const) });
const uninstall = fc.record({
  what: fc.constant('uninstall' as const),
  callMs: fc.constantFrom(0, 0, 1_000, 4_000),
  troubles: fc.array(fc.record({ nth: fc.integer({ min: 1, max: 60 }), outcome }), { maxLength: 4 }),
  holdsBack: fc.constantFrom(0, 0, 1, 2, 3, 4, 6, 9),
  awayHours: fc.constantFrom(0, 1, 30, 20 * 24),
  relinks: fc.boolean(),
});
const together = fc.record({
  what: fc.constant('together' as const),
  happenings: fc.array(
    fc.oneof(
      { weight: 4, arbitrary: log },
      { weight: 2, arbitrary: erase },
      remove,
      undo,
      restrict,
      daily,
      uninstall,
    ),
    { minLength: 2, maxLength: 4 },
  ),
});
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 8, arbitrary: log },
  { weight: 4, arbitrary: together },
  { weight: 2, arbitrary: remove },
  undo,
  { weight: 3, arbitrary: erase },
  { weight: 1, arbitrary: restrict },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('export' as const), who }) },
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constant('wait' as const), minutes: fc.nat({ max: 90 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('fault' as const),
      calls: fc.integer({ min: 1, max: 4 }),
      outcome,
    }),
  },
  { weight: 1, arbitrary: daily },
  { weight: 1, arbitrary: uninstall },
);

/** What happens one after the other, to three people. */
export const history = fc.array(happening, { minLength: 3, maxLength: 25 });

/** What one person does. */
const act: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 5, arbitrary: log },
  { weight: 2, arbitrary: erase },
  { weight: 2, arbitrary: remove },
  undo,
  { weight: 1, arbitrary: restrict },
);
const lanes = fc.record({
  what: fc.constant('lanes' as const),
  lanes: fc.array(fc.array(act, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 4 }),
});
const ofTheStore: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ what: fc.constantFrom('backup' as const, 'restore' as const, 'later-version' as const) }),
  fc.record({ what: fc.constant('near-end' as const), minutes: fc.integer({ min: -90, max: 90 }) }),
);

/** The same, with people who act at once, and with what befalls the store as a whole. */
export const eventfulHistory = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: happening },
    { weight: 2, arbitrary: lanes },
    { weight: 3, arbitrary: ofTheStore },
  ),
  { minLength: 3, maxLength: 20 },
);

/** How bad the platform is while it happens. */
export interface Platform {
  seed: number;
  lagMs: number;
  conditionOnMissingRow: 'fails' | 'passes';
  /** Rows on a page of a query, at most. */
  pageRows: number;
  /** Chance that an item of a batch fails. */
  batchFailures: number;
  /** Chance that the queue does not take an event. */
  refusals: number;
  queue: { duplicates: number; shuffle: boolean; extraDelayMs: number; losses: number; parallel: number };
}

export const platform: fc.Arbitrary<Platform> = fc.record({
  seed: fc.nat(),
  lagMs: fc.constantFrom(0, 5_000, 45_000, 600_000),
  conditionOnMissingRow: fc.constantFrom('fails' as const, 'passes' as const),
  pageRows: fc.constantFrom(100, 7, 2),
  batchFailures: fc.constantFrom(0, 0, 0.05),
  refusals: fc.constantFrom(0, 0, 0.2),
  queue: fc.record({
    duplicates: fc.constantFrom(0, 0.5),
    shuffle: fc.boolean(),
    extraDelayMs: fc.constantFrom(0, 120_000),
    losses: fc.constantFrom(0, 0.2),
    parallel: fc.constantFrom(1, 3),
  }),
});

export const storageOf = ({
  lagMs,
  conditionOnMissingRow,
  pageRows,
}: Platform): Partial<StorageSettings> => ({
  queryLagMs: { min: 0, max: lagMs },
  conditionOnMissingRow,
  pageRows,
  quotas: 'off',
});

/** Makes a local Forge as bad as that; gives what makes it good again. */
export function worsen(forge: LocalForge, made: Platform): () => void {
  const random = createRandom(made.seed);
  const { settings } = forge.storage;
  const { mode } = forge.queue;
  Object.assign(mode, made.queue);
  mode.refuse = () => random() < made.refusals;
  settings.partialBatchFailure = () => random() < made.batchFailures;
  return () => {
    mode.losses = 0;
    mode.refuse = () => false;
    settings.partialBatchFailure = () => false;
  };
}
