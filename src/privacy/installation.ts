import type { SaidKey } from '../contract';
import { StorageRefusedError } from '../storage/failures';
import type { Change, Check, Expected, Ref } from '../storage/store';
import {
  INSTALLATION,
  INSTALLATION_KEY,
  type Installation,
  type InstallationState,
} from './data-sets/installation';
import { sha256 } from './digest';
import type { Engine } from './engine';
import { Refused } from './errors';
import { toInstant } from './time';
import { persistently } from './persistently';

/** Where it stands, for who reads it together with other records. */
export const INSTALLATION_REF: Ref<Installation> = { dataSet: INSTALLATION, key: INSTALLATION_KEY };

export const readInstallation = (engine: Engine): Promise<Installation | undefined> =>
  engine.store.get(INSTALLATION, INSTALLATION_KEY);

export const isOurs = (engine: Engine, row: Installation): boolean =>
  row.installation === sha256(engine.installationId());

/** Whether people may use the store. Without the row nobody has: the first registration writes it. */
export const isInUse = (engine: Engine, row: Installation | undefined): boolean =>
  row === undefined || (row.state === 'in-use' && isOurs(engine, row));

/** Whether the store is being emptied, or was: nothing about anyone is written to it any more. */
export const isClosed = (row: Installation | undefined): boolean => row?.state === 'leaving';

/** The store is of an earlier installation, and has not been taken over or emptied yet. */
export class StoreOfEarlierError extends Refused {
  constructor(says: SaidKey) {
    super('CONFLICT', says);
  }
}

/** Refuses the use of a store that came back or is being emptied. */
export function assertInUse(engine: Engine, row: Installation | undefined): void {
  if (!isInUse(engine, row)) throw notInUse(engine, row);
}

function notInUse(engine: Engine, row: Installation | undefined): Refused {
  const ours = row !== undefined && isOurs(engine, row);
  if (!isClosed(row))
    return ours ? new Refused('CONFLICT', 'refused.came-back') : new StoreOfEarlierError('refused.came-back');
  return ours
    ? new Refused('CONFLICT', 'refused.uninstalling')
    : new StoreOfEarlierError('refused.earlier-installation');
}

/**
 * The condition under which anything that names someone may be written: that the row of the store is still as it was read
 * and the store not closed. A store without the row gets it, so that the condition never meets a missing one.
 * @throws Refused where the store is closed
 */
export async function storeOpen(engine: Engine, row: Installation | undefined): Promise<Change> {
  const present = row ?? (await noteInstallation(engine));
  if (isClosed(present)) throw notInUse(engine, present);
  return { do: 'check', dataSet: INSTALLATION, key: INSTALLATION_KEY, expected: asItWas(present) };
}

/**
 * As `storeOpen`, for what nobody else may change at the same time and has no row of its own to condition on: the row of
 * the store moves on with it. Whatever else is under way meets that once and is done again.
 * @param row as it was read before, or together with, what is to be changed
 * @throws Refused where the store is closed
 */
export function storeMoved(engine: Engine, row: Installation): Change {
  if (isClosed(row)) throw notInUse(engine, row);
  return replacement(row, { ...row, version: row.version + 1 });
}

/**
 * The condition under which anything new may be kept about someone: the store is open, and not another installation's.
 * @throws Refused
 */
export async function storeOurs(engine: Engine, row: Installation | undefined): Promise<Change> {
  if (row && !isOurs(engine, row)) throw notInUse(engine, row);
  return storeOpen(engine, row);
}

/** Notes whose store this is, unless that is known; gives what is known. */
export const noteInstallation = (engine: Engine): Promise<Installation> =>
  engine.store.putIfAbsent(INSTALLATION, INSTALLATION_KEY, rowOf(engine, undefined, 'in-use'));

/**
 * Moves the store to another state, on condition that nobody did so meanwhile.
 * @returns the row as this call wrote it, or undefined where another did
 */
export const moveInstallation = (
  engine: Engine,
  row: Installation,
  state: InstallationState,
): Promise<Installation | undefined> => replace(engine, row, rowOf(engine, row, state));

/**
 * Notes that nothing else is left of a store that is closed, on condition that it was not closed anew meanwhile.
 * @returns the row as this call wrote it, or undefined where another did
 */
export const noteEmptied = (engine: Engine, row: Installation): Promise<Installation | undefined> =>
  replace(engine, row, { ...row, version: row.version + 1, emptiedAt: toInstant(engine.now()) });

/** Counts a look at a store that is not in use. Nothing is changed by it: what is under way is not refused. */
export const noteLook = (engine: Engine, row: Installation): Promise<Installation | undefined> =>
  replace(engine, row, { ...row, looks: looksAt(row) + 1 });

/** How often the store has been looked at while it was not in use. */
export const looksAt = ({ looks = 0 }: Installation): number => looks;

async function replace(
  engine: Engine,
  before: Installation,
  row: Installation,
): Promise<Installation | undefined> {
  try {
    await engine.store.transact([replacement(before, row)]);
    return row;
  } catch (error) {
    if (error instanceof StorageRefusedError) return undefined;
    throw error;
  }
}

const replacement = (before: Installation, row: Installation): Change => ({
  do: 'set',
  dataSet: INSTALLATION,
  key: INSTALLATION_KEY,
  row,
  expected: asItWas(before),
});

/** That nobody moved the store to another state since the row was read. */
const asItWas = ({ version, state }: Installation): Expected => ({ version, state });

/** What must hold whenever the store is emptied, however late a deletion arrives: that it is closed. */
export const STORE_CLOSED: Check = {
  do: 'check',
  dataSet: INSTALLATION,
  key: INSTALLATION_KEY,
  expected: { state: 'leaving' satisfies InstallationState },
};

/** What must hold of a write that rests on nothing else: that the store is in use, whoever uses it meanwhile. */
export const STORE_IN_USE: Check = {
  ...STORE_CLOSED,
  expected: { state: 'in-use' satisfies InstallationState },
};

/**
 * From now on no write is taken any more, whatever the state was. Where somebody else moves the store at the same time, it
 * is read again: a condition that names what they wrote must not hold of what is written here.
 */
export const closeInstallation = (engine: Engine): Promise<true> =>
  persistently<true>(engine, async () => {
    const present = await readInstallation(engine);
    const row = rowOf(engine, present, 'leaving');
    if (present) await engine.store.transact([replacement(present, row)]);
    else if (!isClosed(await engine.store.putIfAbsent(INSTALLATION, INSTALLATION_KEY, row))) {
      throw new StorageRefusedError('OPENED_MEANWHILE');
    }
    return true;
  });

function rowOf(engine: Engine, before: Installation | undefined, state: InstallationState): Installation {
  return {
    version: (before?.version ?? 0) + 1,
    installation: sha256(engine.installationId()),
    state,
    since: toInstant(engine.now()),
    ...(before?.looks !== undefined && { looks: before.looks }),
  };
}
