import { fieldsOf, type DataSet, type Kind } from './data-set';
import { isNameable, type Expected } from './layout';
import type { Change } from './transaction';

/** Kinds of which a value tells one writing of a row from the next, at few bytes. */
const TELLING: ReadonlySet<Kind['kind']> = new Set([
  'instant',
  'day',
  'integer',
  'boolean',
  'one-of',
  'token',
  'digest',
]);
/** Kinds that Forge takes no condition on. */
const LISTS: ReadonlySet<Kind['kind']> = new Set(['numbers', 'list']);

/**
 * The condition that a row is still as it was read: what a deletion carries, so that nothing goes which was written since.
 * @throws TypeError for a row without any field that a condition can name
 */
export function asRead(dataSet: DataSet, row: object): Expected {
  const present = Object.entries(row) as Array<[string, Expected[string]]>;
  const kinds = new Map(fieldsOf(dataSet).map(([name, { value }]) => [name, value.kind]));
  const ofKind = (fits: (kind: Kind['kind']) => boolean): Array<[string, Expected[string]]> =>
    present.filter(([name]) => {
      const kind = kinds.get(name);
      return kind !== undefined && isNameable(dataSet, name) && fits(kind);
    });
  const telling = ofKind((kind) => TELLING.has(kind));
  const named = telling.length > 0 ? telling : ofKind((kind) => !LISTS.has(kind));
  if (named.length === 0) throw new TypeError(`a row of ${dataSet.name} has nothing to be known by again`);
  return Object.fromEntries(named);
}

/** The deletion of a row as it was read: where it was written since, it stays, and nothing else is carried out. */
export const deletionOf = (dataSet: DataSet, key: string, read: object): Change => ({
  do: 'delete',
  dataSet,
  key,
  expected: asRead(dataSet, read),
});

/** Whether a row is still as it was read, by all that a deletion of it would name. */
export const isAsRead = (dataSet: DataSet, read: object, present: object): boolean =>
  Object.entries(asRead(dataSet, read)).every(
    ([name, value]) => (present as Partial<Expected>)[name] === value,
  );
