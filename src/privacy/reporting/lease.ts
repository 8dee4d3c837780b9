import { isStorageFailure, StorageRefusedError } from '../../storage/failures';
import type { Change } from '../../storage/store';
import { REPORTING, REPORTING_KEY, type Reporting } from '../data-sets/reporting';
import { randomToken } from '../digest';
import type { Engine } from '../engine';
import { persistently, type Patience } from '../persistently';
import { addSeconds, toInstant } from '../time';
import { withChange, type RowChange } from '../versioned';
import { STANDARD_PERIOD_SECONDS } from './cycles';

/** The right to report, held by one run at a time; `state` is the row as this run last wrote it. */
export interface Lease {
  holder: string;
  state: Reporting;
}

/** Another run took over: this one outlived its time. */
export class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError';
}

/** Fields of the row to set; `undefined` takes one away. */
export type StateChange = RowChange<Reporting>;

/** Clocks of two machines may differ by so much. */
const SPARE_SECONDS = 30;
/** Storage counts its quota by the minute: an answer is held on to for longer than one. */
const PATIENCE: Patience = { first: 40, longest: 20_000, inAll: 85_000 };

/** The row, which is made where there is none: conditions on it never meet a missing one. */
export async function readReporting(engine: Engine): Promise<Reporting> {
  const present = await engine.store.get(REPORTING, REPORTING_KEY);
  return present ?? engine.store.putIfAbsent(REPORTING, REPORTING_KEY, newReporting(engine));
}

/** The row for who only looks. */
export const seeReporting = async (engine: Engine): Promise<Reporting> =>
  (await engine.store.get(REPORTING, REPORTING_KEY)) ?? newReporting(engine);

const newReporting = (engine: Engine): Reporting => ({
  version: 0,
  periodSeconds: STANDARD_PERIOD_SECONDS,
  failures: 0,
  answer: {},
  cycleFrom: toInstant(engine.now()),
  counts: {},
});

export const isLeased = (state: Reporting, now: Date): boolean =>
  state.heldUntil !== undefined && state.heldUntil > toInstant(now);

/**
 * Takes the lease for as long as this invocation may live, and half a minute. So a run that died keeps others waiting for 15
 * and a half minutes at most. Gives nothing where another run has it.
 */
export async function takeLease(engine: Engine, state: Reporting): Promise<Lease | undefined> {
  const now = engine.now();
  if (isLeased(state, now)) return undefined;
  const holder = randomToken();
  const heldUntil = toInstant(addSeconds(now, engine.remainingMs() / 1000 + SPARE_SECONDS));
  // A lease that nobody gave back was cut off: perhaps after Atlassian had answered.
  const cutOff = state.holder !== undefined;
  const next = nextState(state, {
    holder,
    heldUntil,
    ...(cutOff && { failures: state.failures + 1, failure: 'cut-off', failedAt: toInstant(now) }),
  });
  try {
    await engine.store.transact([stateChange(next, { version: state.version })]);
    return { holder, state: next };
  } catch (error) {
    if (!isStorageFailure(error)) throw error;
    // The answer may be lost and the lease taken: what is there decides.
    const present = await readReporting(engine);
    if (present.holder === holder) return { holder, state: present };
    if (!(error instanceof StorageRefusedError)) throw error;
    // Who moves people writes the row, too, and takes no lease.
    return present.version === state.version ? undefined : takeLease(engine, present);
  }
}

/**
 * Writes the row and what goes with it in one transaction, on condition that the lease is still this run's. Where storage
 * does not answer, it is asked again, with pauses of 85 s in all, since nothing brings Atlassian's answer back.
 * @param also the other changes, made anew where the transaction was not carried out
 * @throws LeaseLostError; StorageBusyError when it was not carried out in the end
 */
export async function advanceLease(
  engine: Engine,
  lease: Lease,
  change: StateChange,
  also: () => Promise<Change[]> = async () => [],
): Promise<void> {
  const next = nextState(lease.state, change);
  const expected = { version: lease.state.version, holder: lease.holder };
  let again = false;
  const write = async (): Promise<void> => {
    if (again && (await isWritten(engine, lease, next))) return;
    again = true;
    await engine.store.transact([stateChange(next, expected), ...(await also())]);
  };
  await persistently(engine, write, PATIENCE);
  lease.state = next;
}

/** Whether the transaction happened although its answer was lost: nobody else moves the version during a lease. */
async function isWritten(engine: Engine, lease: Lease, next: Reporting): Promise<boolean> {
  const present = await engine.store.get(REPORTING, REPORTING_KEY);
  if (present?.version === next.version && present.holder === next.holder) return true;
  if (present?.version !== lease.state.version) throw new LeaseLostError();
  return false;
}

/** Counts failures anew, since those before an installation or a consent say nothing of it. */
export const forgetFailures = (engine: Engine): Promise<void> =>
  changeState(engine, ({ failures }) => (failures > 0 ? { failures: 0 } : undefined));

/** Ends a wait of more than one cycle, which Atlassian asked for and the app does not keep to. */
export const endLongWait = (engine: Engine): Promise<void> =>
  changeState(engine, ({ askedUntil }) =>
    askedUntil === undefined ? undefined : { notBefore: undefined, askedUntil: undefined },
  );

/** Changes the row where there is something to change and no run has the lease: it would lose it. */
const changeState = (
  engine: Engine,
  changeOf: (state: Reporting) => StateChange | undefined,
): Promise<void> =>
  persistently(engine, async () => {
    const state = await seeReporting(engine);
    const change = isLeased(state, engine.now()) ? undefined : changeOf(state);
    if (change) await replaceState(engine, state, change);
  });

/** Which event goes on with reporting. */
export const stepOf = ({ step = 0 }: Reporting): number => step;

/** Notes which event goes on. Where a run moved the row meanwhile, or storage does not answer, one event too many comes. */
export async function noteStep(engine: Engine, state: Reporting, step: number): Promise<void> {
  try {
    await replaceState(engine, state, { step });
  } catch (error) {
    if (!isStorageFailure(error)) throw error;
  }
}

/** Changes the row outside of a lease, on condition that nobody wrote it since it was read. */
function replaceState(engine: Engine, state: Reporting, change: StateChange): Promise<void> {
  return engine.store.transact([stateChange(nextState(state, change), { version: state.version })]);
}

function stateChange(row: Reporting, expected: { version: number; holder?: string }): Change {
  return { do: 'set', dataSet: REPORTING, key: REPORTING_KEY, row, expected };
}

function nextState(state: Reporting, change: StateChange): Reporting {
  return withChange(state, { ...change, version: state.version + 1 });
}
