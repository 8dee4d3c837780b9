import { isOfType } from './attributes';
import { StorageRefusal } from './errors';
import { LIMITS } from './limits';
import type { EntitySchema } from './schema';
import type { AttributeType } from './types';
import { fieldsOf, listOf, type Fields } from './wire';

type Scalar = string | number | boolean;
type Test = (actual: Scalar | undefined, values: readonly Scalar[]) => boolean;

interface Condition {
  /** How many values it takes. */
  values: 1 | 2;
  types: readonly AttributeType[];
  test: Test;
}

const TEXT = ['string'] as const;
const ORDERED = ['string', 'integer', 'float'] as const;
const TYPED = ['string', 'integer', 'float', 'boolean'] as const;

const present = (test: (actual: Scalar, value: Scalar, second: Scalar) => boolean): Test => {
  return (actual, [value = '', second = '']) => actual !== undefined && test(actual, value, second);
};

const not =
  (test: Test): Test =>
  (actual, values) =>
    !test(actual, values);

const equal = present((actual, value) => actual === value);
const contains = present((actual, value) => String(actual).includes(String(value)));

/** Every filter condition with the attribute types the documentation gives it. */
const CONDITIONS: Readonly<Record<string, Condition>> = {
  BEGINS_WITH: {
    values: 1,
    types: TEXT,
    test: present((actual, value) => String(actual).startsWith(String(value))),
  },
  BETWEEN: {
    values: 2,
    types: ORDERED,
    test: present((actual, low, high) => actual >= low && actual <= high),
  },
  EQUAL_TO: { values: 1, types: TYPED, test: equal },
  NOT_EQUAL_TO: { values: 1, types: TYPED, test: not(equal) },
  GREATER_THAN: { values: 1, types: ORDERED, test: present((actual, value) => actual > value) },
  GREATER_THAN_EQUAL_TO: { values: 1, types: ORDERED, test: present((actual, value) => actual >= value) },
  LESS_THAN: { values: 1, types: ORDERED, test: present((actual, value) => actual < value) },
  LESS_THAN_EQUAL_TO: { values: 1, types: ORDERED, test: present((actual, value) => actual <= value) },
  EXISTS: { values: 1, types: TYPED, test: (actual) => actual !== undefined },
  NOT_EXISTS: { values: 1, types: TYPED, test: (actual) => actual === undefined },
  CONTAINS: { values: 1, types: TEXT, test: contains },
  NOT_CONTAINS: { values: 1, types: TEXT, test: not(contains) },
};

/** Tells whether a row's value meets the conditions. */
export type Predicate = (value: Fields) => boolean;

const FILTER_FIELDS = new Set(['and', 'or']);
const CONDITION_FIELDS = new Set(['property', 'condition', 'values']);

/** Reads `{and: […]}` or `{or: […]}` over an entity's attributes; undefined stands for no conditions. */
export function readFilters(filters: unknown, schema: EntitySchema, alreadyUsed = 0): Predicate | undefined {
  if (filters === undefined) return undefined;
  const fields = fieldsOf(filters, 'The filters', FILTER_FIELDS);
  if (fields['and'] !== undefined && fields['or'] !== undefined) {
    throw new StorageRefusal(
      'INVALID_FILTER_OPERATORS_COMBINATION',
      'Filters are either all "and" or all "or".',
    );
  }
  const list = fields['and'] ?? fields['or'] ?? [];
  const tests = listOf(list, 'The filters').map((condition) => readCondition(condition, schema));
  if (tests.length === 0)
    throw new StorageRefusal('EMPTY_FILTER_OPERATOR', 'A filter needs at least 1 condition; 0 were given.');
  checkCount(tests.length + alreadyUsed);
  return fields['and'] === undefined
    ? (value) => tests.some((test) => test(value))
    : (value) => tests.every((test) => test(value));
}

function checkCount(count: number): void {
  const { value: limit } = LIMITS.queryConditions;
  if (count > limit) {
    throw new StorageRefusal('BAD_REQUEST', `A query has ${count} conditions; the limit is ${limit}.`);
  }
}

function readCondition(condition: unknown, schema: EntitySchema): Predicate {
  const fields = fieldsOf(condition, 'A condition', CONDITION_FIELDS);
  const property = String(fields['property']);
  const type = filterableType(property, schema);
  const kind = conditionKind(fields['condition'], type);
  const values = checkedValues(fields['values'], kind, String(fields['condition']), type);
  return (value) => kind.test(value[property] as Scalar | undefined, values);
}

function filterableType(property: string, schema: EntitySchema): AttributeType {
  const type = schema.attributes.get(property);
  if (type && type !== 'any') return type;
  const reason = type ? 'is declared any and cannot be filtered' : 'is not declared';
  throw new StorageRefusal(
    'UNPROCESSABLE_ENTITY',
    `Attribute ${property} of entity ${schema.name} ${reason}.`,
  );
}

function conditionKind(name: unknown, type: AttributeType): Condition {
  const kind = typeof name === 'string' && Object.hasOwn(CONDITIONS, name) ? CONDITIONS[name] : undefined;
  if (kind?.types.includes(type)) return kind;
  throw new StorageRefusal(
    'INVALID_FILTER_CONDITION',
    `The condition ${String(name)} does not apply to type ${type}.`,
  );
}

function checkedValues(
  values: unknown,
  kind: Condition,
  name: string,
  type: AttributeType,
): readonly Scalar[] {
  const list = listOf(values, `The values of ${name}`);
  checkValueCount(list.length, kind.values, name);
  const expected = kind === CONDITIONS['EXISTS'] || kind === CONDITIONS['NOT_EXISTS'] ? 'boolean' : type;
  for (const value of list) checkConditionValue(value, expected, name);
  return list as readonly Scalar[];
}

/** Refuses a condition that has too few or too many values. */
export function checkValueCount(count: number, expected: number, name: string): void {
  if (count === expected) return;
  const code = expected === 2 && count < 2 ? 'INSUFFICIENT_FILTER_VALUES' : 'INVALID_FILTER_VALUES';
  throw new StorageRefusal(code, `The condition ${name} has ${count} values; it takes ${expected}.`);
}

/** Refuses a value that no row could hold in an attribute of that type. */
export function checkConditionValue(value: unknown, type: AttributeType, name: string): void {
  if (isOfType(value, type === 'integer' ? 'float' : type)) return;
  throw new StorageRefusal(
    'INVALID_FILTER_VALUES',
    `A value of ${name} is of type ${typeof value}; ${type} is needed.`,
  );
}
