import { MOST_OPERATIONS, type Change } from '../storage/store';
import { COHORT, REGISTER, REGISTER_KEY, type Cohort } from './data-sets/cohort';
import type { Installation } from './data-sets/installation';
import type { Engine } from './engine';
import { INSTALLATION_REF, isClosed, storeOpen } from './installation';
import { leave } from './due';

/** A group as it was read, with the condition under which it is written: it names people. */
export interface HeldCohort {
  key: string;
  row: Cohort;
  /** That the store is still open. */
  open: Change;
}

/** A group for who writes it; nothing where there is none, or the store is closed and goes as a whole. */
export async function holdCohort(engine: Engine, key: string): Promise<HeldCohort | undefined> {
  const [cohort, installation] = await engine.store.getAll([{ dataSet: COHORT, key }, INSTALLATION_REF]);
  const store = installation as Installation | undefined;
  if (!cohort || isClosed(store)) return undefined;
  return { key, row: cohort as Cohort, open: await storeOpen(engine, store) };
}

/** Every group there is, by strict reads: they are numbered, and the last one is that which takes the next person. */
export async function* everyCohort(engine: Engine): AsyncGenerator<{ key: string; cohort: Cohort }> {
  const register = await engine.store.get(REGISTER, REGISTER_KEY);
  const last = Number(register?.open ?? 0);
  for (let first = 1; first <= last; first += MOST_OPERATIONS) {
    const size = Math.min(MOST_OPERATIONS, last - first + 1);
    const keys = Array.from({ length: size }, (_, at) => String(first + at));
    const rows = await engine.store.getAll(keys.map((key) => ({ dataSet: COHORT, key })));
    for (const [at, key] of keys.entries()) {
      if (rows[at] !== undefined) yield { key, cohort: rows[at] as Cohort };
    }
  }
}

/** Writes the next version of a cohort, on condition that nobody wrote it since it was read. */
export const cohortChange = (key: string, row: Cohort): Change => ({
  do: 'set',
  dataSet: COHORT,
  key,
  row,
  expected: { version: row.version - 1 },
});

/** Takes a person out of their cohort, on condition that nobody wrote it meanwhile. */
export const leaveChange = (cohort: Cohort, key: string, accountId: string): Change =>
  cohortChange(key, leave(cohort, accountId));
