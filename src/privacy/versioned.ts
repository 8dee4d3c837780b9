import type { DataSet } from '../storage/data-set';
import type { Change } from '../storage/store';
import type { Engine } from './engine';
import { INSTALLATION_REF, isClosed, storeOpen } from './installation';
import { persistently } from './persistently';

/**
 * Changes a row that carries a version, on condition that nobody did so meanwhile and that the store is not closed: then it
 * goes as a whole, and nothing is changed. `change` is asked again with what is there then, also where an answer was lost,
 * and gives nothing where there is nothing to change; `also` is written with it.
 * @throws StorageBusyError where others were always faster or storage did not answer
 */
export const changeVersioned = <Row extends { version: number }>(
  engine: Engine,
  dataSet: DataSet<Row>,
  key: string,
  change: (present: Row) => Omit<Row, 'version'> | undefined,
  also: readonly Change[] | ((before: Row, after: Row) => readonly Change[]) = [],
): Promise<Row | undefined> =>
  persistently(engine, async () => {
    const [present, store] = await engine.store.getAll([{ dataSet, key }, INSTALLATION_REF]);
    const changed = present && !isClosed(store) && change(present);
    if (!changed) return undefined;
    const row = { ...changed, version: present.version + 1 } as Row;
    const expected = { version: present.version };
    const others = typeof also === 'function' ? also(present, row) : also;
    // Without its row, nobody has ever been in the store.
    const open = store ? [await storeOpen(engine, store)] : [];
    await engine.store.transact([...open, { do: 'set', dataSet, key, row, expected }, ...others]);
    return row;
  });

/** Fields of a row to change; `undefined` takes one away. */
export type RowChange<Row> = { [Name in keyof Row]?: Row[Name] | undefined };

/** The row with these fields changed, as it is stored. */
export function withChange<Row extends object>(row: Row, change: RowChange<Row>): Row {
  const changed = { ...row, ...change } as Record<string, unknown>;
  for (const [name, value] of Object.entries(changed)) if (value === undefined) delete changed[name];
  return changed as Row;
}
