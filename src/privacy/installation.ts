import { StorageRefusedError } from '../storage/failures';
import type { Change, Ref } from '../storage/store';
import {
  INSTALLATION,
  INSTALLATION_KEY,
  type Installation,
  type InstallationState,
} from './data-sets/installation';
import { sha256 } from './digest';
import type { Engine } from './engine';
import { Refused } from './refused';
import { toInstant } from './time';

/** Where it stands, for who reads it together with other records. */
export const INSTALLATION_REF: Ref<Installation> = { dataSet: INSTALLATION, key: INSTALLATION_KEY };

export const readInstallation = (engine: Engine): Promise<Installation | undefined> =>
  engine.store.get(INSTALLATION, INSTALLATION_KEY);

export const isOurs = (engine: Engine, row: Installation): boolean =>
  row.installation === sha256(engine.installationId());

/** Whether people may use the store. Without the row nobody has: the first registration writes it. */
export const isInUse = (engine: Engine, row: Installation | undefined): boolean =>
  row === undefined || (row.state === 'in-use' && isOurs(engine, row));

/** Refuses the use of a store that came back or is being emptied. */
export function assertInUse(engine: Engine, row: Installation | undefined): void {
  if (!isInUse(engine, row)) throw notInUse(row);
}

function notInUse(row: Installation | undefined): Refused {
  return row?.state === 'leaving'
    ? new Refused('CONFLICT', 'This app is being uninstalled and its data deleted. Nothing was changed.')
    : new Refused(
        'CONFLICT',
        'The data of this app came back after it had been uninstalled. It is looked through in full before anything ' +
          'is shown. Nothing was changed; try again tomorrow.',
      );
}

/**
 * The condition under which anything may be written about anyone: that the store is neither another installation's nor
 * about to be emptied. A store without the row has none.
 * @throws Refused
 */
export function installationCheck(engine: Engine, row: Installation | undefined): Change[] {
  if (!row) return [];
  if (!isOurs(engine, row) || row.state === 'leaving') throw notInUse(row);
  const { version } = row;
  return [{ do: 'check', dataSet: INSTALLATION, key: INSTALLATION_KEY, expected: { version } }];
}

/** Notes whose store this is, unless that is known. */
export async function noteInstallation(engine: Engine): Promise<void> {
  await engine.store.putIfAbsent(INSTALLATION, INSTALLATION_KEY, rowOf(engine, undefined, 'in-use'));
}

/**
 * Moves the store to another state, on condition that nobody did so meanwhile.
 * @returns whether it was this call that did
 */
export async function moveInstallation(
  engine: Engine,
  row: Installation,
  state: InstallationState,
): Promise<boolean> {
  const next = rowOf(engine, row, state);
  const expected = { version: row.version };
  try {
    await engine.store.transact([
      { do: 'set', dataSet: INSTALLATION, key: INSTALLATION_KEY, row: next, expected },
    ]);
    return true;
  } catch (error) {
    if (error instanceof StorageRefusedError) return false;
    throw error;
  }
}

/** From now on no write is taken any more, whatever the state was. */
export async function closeInstallation(engine: Engine): Promise<void> {
  const present = await readInstallation(engine);
  await engine.store.put(INSTALLATION, INSTALLATION_KEY, rowOf(engine, present, 'leaving'));
}

function rowOf(engine: Engine, before: Installation | undefined, state: InstallationState): Installation {
  return {
    version: (before?.version ?? 0) + 1,
    installation: sha256(engine.installationId()),
    state,
    since: toInstant(engine.now()),
  };
}
