import { MOST_ROWS } from './query';
import { MOST_OPERATIONS, type Change, type Store } from './store';

/** What Forge counts as one unit of what is read or written. */
const UNIT_BYTES = 10 * 1024;

const operationsFor = (items: number, most: number): number => Math.max(Math.ceil(items / most), 1);

const unitsOf = (rows: unknown): number =>
  Math.ceil(Buffer.byteLength(JSON.stringify(rows) ?? '') / UNIT_BYTES);

/** What it costs to read these rows, so many an operation. */
function costOf(rows: readonly unknown[], most: number): number {
  let units = 0;
  for (let at = 0; at === 0 || at < rows.length; at += most) {
    units += Math.max(unitsOf(rows.slice(at, at + most)), 1);
  }
  return units;
}

const written = (change: Change): unknown => (change.do === 'set' ? change.row : change.key);

/**
 * The same store, which tells what each call costs of what Forge grants a site each minute: a unit for each operation, and
 * one for each further 10 KB. A call that fails has cost its operations.
 */
export function counted(store: Store, spend: (units: number) => void): Store {
  const read = async <Answer>(
    operations: number,
    call: Promise<Answer>,
    costIn: (answer: Answer) => number,
  ): Promise<Answer> => {
    spend(operations);
    const answer = await call;
    spend(Math.max(costIn(answer) - operations, 0));
    return answer;
  };
  const write = <Answer>(operations: number, rows: unknown, call: Promise<Answer>): Promise<Answer> => {
    spend(Math.max(unitsOf(rows), operations));
    return call;
  };
  return {
    ...store,
    get: (dataSet, key) => read(1, store.get(dataSet, key), (row) => costOf([row], 1)),
    getAll: (refs) =>
      read(operationsFor(refs.length, MOST_OPERATIONS), store.getAll(refs), (rows) =>
        costOf(rows, MOST_OPERATIONS),
      ),
    present: (refs) =>
      read(operationsFor(refs.length, MOST_OPERATIONS), store.present(refs), (there) =>
        costOf(
          there.map(({ row }) => row),
          MOST_OPERATIONS,
        ),
      ),
    query: (dataSet, query) => read(1, store.query(dataSet, query), (rows) => costOf(rows, MOST_ROWS)),
    entityPage: (dataSet, after) =>
      read(1, store.entityPage(dataSet, after), ({ rows }) =>
        costOf(
          rows.map(({ key, value }) => ({ key, row: value })),
          MOST_ROWS,
        ),
      ),
    transact: (changes) => write(1, changes.map(written), store.transact(changes)),
    put: (dataSet, key, row) => write(1, row, store.put(dataSet, key, row)),
    putIfAbsent: (dataSet, key, row) => write(1, row, store.putIfAbsent(dataSet, key, row)),
    deleteAsRead: (rows) => write(operationsFor(rows.length, MOST_OPERATIONS), [], store.deleteAsRead(rows)),
  };
}
