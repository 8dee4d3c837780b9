import type { Kind } from './data-set';
import { isOf, isPlainObject } from './kinds';

/** A row as it was read, and under which key. */
interface ReadAs {
  key: string;
  row: Readonly<Record<string, unknown>>;
}

/** A symbol, so that it goes along where a row is spread into the next, and neither into storage nor to the browser. */
const READ = Symbol('as it was read');

/** The row, with how it was read: so a write of it may carry what this version does not declare. */
export const withRead = <Row extends object>(row: Row, read: ReadAs): Row => ({ ...row, [READ]: read });

/** How the row was read from which this one was made, where it held what this version does not declare. */
export const readOf = (row: object): ReadAs | undefined => (row as { [READ]?: ReadAs })[READ];

/** Whether a value that is not of its kind is what was read, or is so in each entry or record that is not. */
export function isCarried(kind: Kind, value: unknown, read: unknown, dataSets: ReadonlySet<string>): boolean {
  if (kind.kind === 'numbers' && isPlainObject(value) && isPlainObject(read)) {
    return Object.entries(value).every(
      ([name, number]) => isOf(kind, { [name]: number }, dataSets) || read[name] === number,
    );
  }
  if (kind.kind === 'list' && Array.isArray(value) && Array.isArray(read)) {
    return value.every((item) => isOf(kind, [item], dataSets) || read.some((one) => isSame(one, item)));
  }
  return isSame(value, read);
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
