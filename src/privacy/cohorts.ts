import type { Change } from '../storage/store';
import { COHORT, type Cohort } from './data-sets/cohort';
import type { Installation } from './data-sets/installation';
import type { Engine } from './engine';
import { INSTALLATION_REF, isClosed, storeOpen } from './installation';
import { leave } from './reporting/membership';

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

/** Takes a person out of their cohort, on condition that nobody wrote it meanwhile. */
export function leaveChange(cohort: Cohort, key: string, accountId: string): Change {
  const row = leave(cohort, accountId);
  return { do: 'set', dataSet: COHORT, key, row, expected: { version: cohort.version } };
}
