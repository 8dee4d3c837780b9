import type { DataSet } from '../storage/data-set';
import { isStorageFailure } from '../storage/failures';
import type { Change } from '../storage/store';
import type { Engine } from './engine';

const MOST_ATTEMPTS = 6;
const PAUSE_MS = 30;

/**
 * Changes a row that carries a version, on condition that nobody did so meanwhile. `change` is asked again with what is
 * there then, also where an answer was lost, and gives nothing where there is nothing to change; `also` is written with it.
 * @throws StorageRefusedError where others were always faster; StorageBusyError where storage does not answer
 */
export const changeVersioned = <Row extends { version: number }>(
  engine: Engine,
  dataSet: DataSet<Row>,
  key: string,
  change: (present: Row) => Omit<Row, 'version'> | undefined,
  also: readonly Change[] = [],
): Promise<Row | undefined> =>
  persistently(engine, async () => {
    const present = await engine.store.get(dataSet, key);
    const changed = present && change(present);
    if (!changed) return undefined;
    const row = { ...changed, version: present.version + 1 };
    const expected = { version: present.version };
    await engine.store.transact([{ do: 'set', dataSet, key, row, expected }, ...also]);
    return row as Row;
  });

/** Does what can be done twice again, a few times, while storage refuses it or does not answer. */
export async function persistently<Result>(engine: Engine, work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isStorageFailure(error) || attempt === MOST_ATTEMPTS) throw error;
      await engine.pause(PAUSE_MS * attempt * Math.random());
    }
  }
}
