import { checkConditionValue, checkValueCount } from './conditions';
import { StorageRefusal } from './errors';
import { AFTER_KEYS, BEFORE_KEYS, HIGHEST, LOWEST, type Position, type RangeValue } from './positions';
import type { AttributeType } from './types';
import { fieldsOf, listOf } from './wire';

/** The part of an index that a query covers: what stands between the two, themselves left out. */
export interface Bounds {
  low: Position;
  high: Position;
}

type Edge = Pick<Position, 'range' | 'key'>;

interface RangeCondition {
  values: 1 | 2;
  low: (values: readonly RangeValue[]) => Edge;
  high: (values: readonly RangeValue[]) => Edge;
}

const first = (values: readonly RangeValue[]): RangeValue => values[0] ?? '';
const second = (values: readonly RangeValue[]): RangeValue => values[1] ?? '';
const before = (range: Position['range']): Edge => ({ range, key: BEFORE_KEYS });
const after = (range: Position['range']): Edge => ({ range, key: AFTER_KEYS });

const RANGE_CONDITIONS: Readonly<Record<string, RangeCondition>> = {
  EQUAL_TO: { values: 1, low: (v) => before(first(v)), high: (v) => after(first(v)) },
  BETWEEN: { values: 2, low: (v) => before(first(v)), high: (v) => after(second(v)) },
  BEGINS_WITH: { values: 1, low: (v) => before(first(v)), high: (v) => before(prefixEnd(String(first(v)))) },
  GREATER_THAN: { values: 1, low: (v) => after(first(v)), high: () => after(HIGHEST) },
  GREATER_THAN_EQUAL_TO: { values: 1, low: (v) => before(first(v)), high: () => after(HIGHEST) },
  LESS_THAN: { values: 1, low: () => before(LOWEST), high: (v) => before(first(v)) },
  LESS_THAN_EQUAL_TO: { values: 1, low: () => before(LOWEST), high: (v) => after(first(v)) },
};

const RANGE_FIELDS = new Set(['condition', 'values']);

/** Reads a query's range over a partition; without one it covers the whole partition. */
export function readBounds(range: unknown, partition: string, type: AttributeType): Bounds {
  if (range === undefined)
    return { low: { partition, ...before(LOWEST) }, high: { partition, ...after(HIGHEST) } };
  const fields = fieldsOf(range, 'The range', RANGE_FIELDS);
  const name = String(fields['condition']);
  const condition = Object.hasOwn(RANGE_CONDITIONS, name) ? RANGE_CONDITIONS[name] : undefined;
  if (!condition || !appliesTo(name, type)) {
    throw new StorageRefusal(
      'INVALID_FILTER_CONDITION',
      `The condition ${name} does not apply to a range of type ${type}.`,
    );
  }
  const values = listOf(fields['values'], `The values of ${name}`);
  checkValueCount(values.length, condition.values, name);
  for (const value of values) checkConditionValue(value, type, name);
  const known = values as readonly RangeValue[];
  return { low: { partition, ...condition.low(known) }, high: { partition, ...condition.high(known) } };
}

function appliesTo(condition: string, type: AttributeType): boolean {
  if (condition === 'BEGINS_WITH') return type === 'string';
  return type !== 'boolean' || condition === 'EQUAL_TO';
}

/** The first text after all that begin with the prefix. */
function prefixEnd(prefix: string): Position['range'] {
  for (let last = prefix.length - 1; last >= 0; last--) {
    const unit = prefix.charCodeAt(last);
    if (unit < 0xffff) return prefix.slice(0, last) + String.fromCharCode(unit + 1);
  }
  return HIGHEST;
}
