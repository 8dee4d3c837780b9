import type { LocalForge, LocalForgeOptions } from '../../local/forge';
import { DATA_MAP } from '../../src/data-map';
import { entityNameOf } from '../../src/storage/layout';
import type { StoredRow } from '../../local/storage';
import { personOf, type TestPerson } from '../behaviour/person';
import { expectConsistent } from './consistent';
import { expectQuietLogs } from './quiet-logs';
import { expectStoredIsDeclared } from './stored-is-declared';
import { rowsOf } from './rows-of';
import { openTestForge } from './test-forge';

/** Every test here takes well below a second where nothing else runs. */
const BUSY_MACHINE_MS = 60_000;

/** The app on a local Forge, fresh for each test of a chapter. */
export interface TestApp {
  readonly forge: LocalForge;
  person(accountId: string, installation?: string): TestPerson;
  /** Everything stored, read raw; the records of one data set where it is named. */
  stored(dataSet?: string): StoredRow[];
}

/**
 * Opens the app before each test. After each it expects what holds always: everything stored is declared and agrees with
 * itself, no log line tells anything of anyone, nothing was asked of Forge that the local one does not model, and every call was
 * awaited.
 */
export function useForge(options: Partial<LocalForgeOptions> = {}): TestApp {
  jest.setTimeout(BUSY_MACHINE_MS);
  let forge: LocalForge;
  beforeEach(async () => {
    forge = await openTestForge(options);
  });
  afterEach(async () => {
    expectStoredIsDeclared(forge);
    expectConsistent(forge);
    expectQuietLogs(forge);
    expect(forge.unmodelled).toEqual([]);
    expect(forge.undelivered).toEqual([]);
    expect(forge.lateCalls).toEqual([]);
    await forge.close();
  });
  return {
    get forge() {
      return forge;
    },
    person: (accountId, installation) => personOf(forge, accountId, installation),
    stored: (dataSet) => storedRows(forge, dataSet),
  };
}

/** Rows of the first installation, read raw; the records of one data set where it is named. */
export function storedRows(forge: LocalForge, dataSet?: string): StoredRow[] {
  const { storageId } = forge.installations.get();
  if (dataSet === undefined) return forge.storage.dump(storageId);
  const set = DATA_MAP.find(({ name }) => name === dataSet);
  return rowsOf(forge.storage.dump(storageId, set && entityNameOf(set)), dataSet);
}
