import type { DataSet } from '../../src/storage/data-set';
import type { Store } from '../../src/storage/store';

/** Writes a row of an entity as a test wants it to be, whatever is there: only the data map is asked. */
export const plant = <Row extends object>(
  store: Store,
  dataSet: DataSet<Row>,
  key: string,
  row: Row,
): Promise<void> => store.transact([{ do: 'set', dataSet, key, row, expected: 'guarded' }]);
