import { withRead } from './carry';
import { fieldsOf, type DataMap, type DataSet, type Kind } from './data-set';
import { undeclaredIn } from './declared';
import { isPlainObject } from './kinds';
import { recordIn } from './layout';

/**
 * A stored row as this version understands it, whichever version wrote it. A field that this one does not declare is left
 * out, of a record in a list, too. A value that it does not declare stays, and the row tells how it was read.
 */
export function understood(map: DataMap, dataSet: DataSet, key: string, stored: unknown): unknown {
  const record = recordIn(dataSet, stored);
  if (!isPlainObject(record)) return record;
  const row = declaredPart(dataSet, record);
  return undeclaredIn(map, dataSet, key, row)
    ? withRead(row, { key, row: declaredPart(dataSet, record) })
    : row;
}

function declaredPart(dataSet: DataSet, stored: Record<string, unknown>): Record<string, unknown> {
  const present = fieldsOf(dataSet).filter(([name]) => stored[name] !== undefined);
  return Object.fromEntries(present.map(([name, { value }]) => [name, withoutUnknown(value, stored[name])]));
}

function withoutUnknown(kind: Kind, value: unknown): unknown {
  if (kind.kind !== 'list' || !Array.isArray(value)) return value;
  const known = new Set(Object.keys({ ...kind.of, ...kind.optional }));
  return value.map((item: unknown) =>
    isPlainObject(item) ? Object.fromEntries(Object.entries(item).filter(([name]) => known.has(name))) : item,
  );
}
