import * as v from 'valibot';
import type { PresentRecord } from '../contract';
import type { DataSet } from '../storage/data-set';
import { isDigest, isInstant, isToken } from '../storage/kinds';
import type { Stored } from '../storage/query';
import type { Ref, Store } from '../storage/store';
import { RELAYED_DUTIES } from './data-sets/relay';
import type { PeriodForm, ReportFailure } from './data-sets/reporting';

export type { PeriodForm, ReportFailure };

const step = v.pipe(v.number(), v.integer(), v.minValue(1));
const maybeStep = { step: v.exactOptional(step) };

const requests = v.array(v.custom<string>(isDigest));

/** Where a walk through all cohorts stands that looks for whom some calls of the webhook named. */
const walk = v.strictObject({
  /** The number of the next cohort. */
  cohort: step,
  /** How often people had been moved between cohorts when it began at the first one. */
  moves: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** The calls, under the digests of their request IDs: those that a list shows later have a walk of their own. */
  requests,
  /** Those of them that named somebody who waits for another day. */
  waiting: requests,
});
export type Walk = v.InferOutput<typeof walk>;

/** Where a duty goes on, where that names somebody or a record of theirs. */
const sealedPlace = v.pipe(v.string(), v.regex(/^[\w-]{40,2000}$/));

const relayed = v.strictObject({
  job: v.picklist(RELAYED_DUTIES),
  from: v.exactOptional(v.record(v.string(), v.union([v.custom<string>(isInstant), sealedPlace]))),
  walk: v.exactOptional(walk),
  ...maybeStep,
});

const scan = v.strictObject({
  job: v.literal('scan'),
  pass: v.custom<string>(isInstant),
  step,
  from: v.exactOptional(sealedPlace),
});

/**
 * What a queue event carries: which job goes on. Nothing about a person but what only this installation can unseal. The
 * row of a job says which step comes next, so that an event that came twice is carried out once; an event without a step
 * begins.
 */
export const JOB_MESSAGE = v.union([
  v.strictObject({ job: v.literal('erasure'), id: v.custom<string>(isToken), ...maybeStep }),
  relayed,
  v.strictObject({ job: v.literal('scan') }),
  scan,
  v.strictObject({ job: v.literal('reporting'), ...maybeStep }),
  v.strictObject({ job: v.literal('cohorts') }),
  v.strictObject({ job: v.literal('notice') }),
  v.strictObject({ job: v.literal('holds') }),
  v.strictObject({ job: v.literal('installation'), ...maybeStep }),
  v.strictObject({ job: v.literal('site-check') }),
  v.strictObject({
    job: v.literal('site-check'),
    at: v.custom<string>(isInstant),
    event: v.picklist([0, 1, 2]),
  }),
  v.strictObject({
    job: v.literal('announced'),
    id: v.custom<string>(isToken),
    request: v.custom<string>(isDigest),
    sealed: v.pipe(v.string(), v.regex(/^[\w-]{40,90000}$/)),
  }),
]);
export type JobMessage = v.InferOutput<typeof JOB_MESSAGE>;

/** A duty that goes on until there is no more to do; with `from`, at these places of what it goes through by name. */
export type RelayMessage = v.InferOutput<typeof relayed>;

/** Which pass goes on, after how many steps, and from which place: that is sealed, since a key may name somebody. */
export type ScanMessage = v.InferOutput<typeof scan>;

/** The queue did not take an event, or did not answer: whether it will be delivered is not known. */
export class QueueBusyError extends Error {
  override readonly name = 'QueueBusyError';
  constructor(readonly code: string) {
    super(`the queue is busy: ${code}`);
  }
}

export interface JobQueue {
  /**
   * Hands the job to the queue, to be delivered after the delay (0 to 900 seconds), at least once.
   * @throws QueueBusyError
   */
  push(message: JobMessage, delaySeconds: number): Promise<void>;
}

/** What a job gives that can do nothing before then: its event is to come again. */
export interface Waits {
  until: string;
}

/** The administrator who asks for what is done. */
interface Acting {
  accountId: string;
  /** What stands for them in lines of the audit log; the row that leads from it to them is there. */
  token: () => Promise<string>;
}

/** What the engine works with. It holds nothing of an installation, so one process serves several. */
export interface Engine {
  store: Store;
  queue: JobQueue;
  reports: AccountReports;
  members: SiteMembers;
  now: () => Date;
  /** Waits so many milliseconds before storage is asked again. */
  pause: (ms: number) => Promise<void>;
  /** The ID that Forge gives the installation for which this invocation runs. */
  installationId: () => string;
  /** Milliseconds this invocation may still run. */
  remainingMs: () => number;
  /** Milliseconds for which a job in the background may take on more (`inBackground`). */
  shareMs?: () => number;
  /** Who acts, where an administrator does (`actingAs`): lines of the audit log then say by whom. */
  acting?: Acting;
  /** Digest of the data map. */
  mapVersion: string;
  /** What depends on records of a data set besides their count, by the name of the set. */
  dependents: Readonly<Record<string, Dependents>>;
  /** The records that people may ask to have corrected, where there are such. */
  corrections?: Corrections;
  /** Writes one line of the function's log: event names, counts, durations, error codes. */
  log: (event: string, facts?: Readonly<Record<string, string | number>>) => void;
}

/** What changes when records of one person go: a feature says it where there is something. */
export interface Dependents {
  /** Where it stands: at most as many rows as there are records. */
  refs(records: readonly Stored[]): Ref[];
  /** What becomes of it; `rows` is what is there, in the order of `refs`. */
  changes(records: readonly Stored[], rows: ReadonlyArray<object | undefined>): RecordChange[];
}

/** What a person asks to have corrected: a record of theirs, with the day and the duration that are right. */
export interface Correction {
  record: string;
  day: string;
  seconds: number;
}

/** How records are corrected that a person asks about: their feature says it. */
export interface Corrections {
  dataSet: DataSet;
  /** Where a record of a person stands. */
  ref(accountId: string, record: string): Ref;
  /** A record in the words of the contract. */
  shown(row: object): PresentRecord;
  /**
   * What carries a correction out.
   * @param present the record as it stands, or nothing where there is none
   */
  prepare(accountId: string, correction: Correction, present: object | undefined): PreparedCorrection;
}

export interface PreparedCorrection {
  /** To be read in the write that carries it out. */
  refs: Ref[];
  /**
   * The changes, given what is there; none where the record says so already.
   * @throws Refused where the record is gone or was moved, or it cannot be so
   */
  changes(rows: ReadonlyArray<object | undefined>, now: Date): RecordChange[];
}

export type IndexedSet = DataSet & { found: { by: 'index'; index: string; range: string } };

/** The data sets of which a person may have many records, found by an index. */
export const indexedSets = (engine: Engine): IndexedSet[] =>
  engine.store.map.filter((set): set is IndexedSet => set.found?.by === 'index');

/** A record about a person that a transaction writes, or removes as it was read. */
export type RecordChange =
  | { do: 'add'; dataSet: DataSet; key: string; row: object }
  | { do: 'replace'; dataSet: DataSet; key: string; row: object }
  | { do: 'remove'; dataSet: DataSet; key: string; read: object };

/** The longest delay that Forge's queue takes. */
export const MOST_DELAY_SECONDS = 900;

/** An account as it is reported to Atlassian. */
export interface ReportedAccount {
  accountId: string;
  /** When what is held of it was obtained from Atlassian or last confirmed with it. */
  updatedAt: string;
}

export interface Answered {
  kind: 'answered';
  /** Only accounts of the question. */
  closed: readonly string[];
  updated: readonly string[];
  /** Statements about accounts that were not asked, of unknown status or of no known form: ignored. */
  notUnderstood: number;
  /** Of the header `Cycle-Period`, in seconds; `unread` where it is none of the forms we know. */
  period?: number | 'unread';
  periodForm?: PeriodForm;
}

export interface NotAnswered {
  kind: 'failed';
  why: ReportFailure;
  /** Of the header `Retry-After`. */
  retryAfterSeconds?: number;
}

/** What Atlassian's personal data reporting API said, whatever it sent. */
export type ReportAnswer = Answered | NotAnswered;

/** Atlassian's side of reporting, handed in to the engine. */
export interface AccountReports {
  /** Reports at most 90 accounts in one call. Never rejects. */
  report(accounts: readonly ReportedAccount[]): Promise<ReportAnswer>;
}

/** What Jira says of a person: that they are on the site, that they are not, or nothing that can be relied on. */
export type SiteAnswer = { kind: 'on-site' } | { kind: 'gone' } | Pick<NotAnswered, 'kind' | 'why'>;

/** Jira's side of who is on the site, handed in to the engine. */
export interface SiteMembers {
  /** Asks about one person. Never rejects. */
  ask(accountId: string): Promise<SiteAnswer>;
}
