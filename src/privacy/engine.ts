import type { DataSet } from '../storage/data-set';
import type { Store } from '../storage/store';
import type { AccountReports } from './reporting/answer';

export type { AccountReports, ReportAnswer, ReportedAccount, ReportFailure } from './reporting/answer';

/** What a queue event carries: which job goes on. Nothing about a person but what only this installation can unseal. */
export type JobMessage =
  | { job: 'erasure'; id: string }
  | { job: 'retention' }
  | { job: 'scan' }
  | { job: 'reporting' }
  | { job: 'installation' }
  | { job: 'announced'; id: string; sealed: string };

export interface JobQueue {
  /** Hands the job to the queue, to be delivered after the delay (0 to 900 seconds), at least once. */
  push(message: JobMessage, delaySeconds: number): Promise<void>;
}

/** What the engine works with. It holds nothing of an installation, so one process serves several. */
export interface Engine {
  store: Store;
  queue: JobQueue;
  reports: AccountReports;
  now: () => Date;
  /** Waits so many milliseconds before storage is asked again. */
  pause: (ms: number) => Promise<void>;
  /** The ID that Forge gives the installation for which this invocation runs. */
  installationId: () => string;
  /** Milliseconds this invocation may still run. */
  remainingMs: () => number;
  /** Digest of the data map. */
  mapVersion: string;
  /** How features remove chosen records of theirs, where more depends on a record than its count. */
  removers: Readonly<Record<string, Remover>>;
  /** Writes one line of the function's log: event names, counts, durations, error codes. */
  log: (event: string, facts?: Readonly<Record<string, string | number>>) => void;
}

/** Removes chosen records of one person, with what depends on them; gives how many are gone. */
export type Remover = (engine: Engine, accountId: string, keys: readonly string[]) => Promise<number>;

export type IndexedSet = DataSet & { found: { by: 'index'; index: string; range: string } };

/** The data sets of which a person may have many records, found by an index. */
export const indexedSets = (engine: Engine): IndexedSet[] =>
  engine.store.map.filter((set): set is IndexedSet => set.found?.by === 'index');
