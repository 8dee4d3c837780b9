import { isCarried, readOf } from './carry';
import { fieldsByName, fieldsOf, type DataMap, type DataSet, type Kind } from './data-set';
import { isAccountId, isOf, isPlainObject } from './kinds';

/** A write that the data map does not declare. It names the data set and the field, never a value. */
export class UndeclaredError extends Error {
  override readonly name = 'UndeclaredError';
  constructor(
    readonly dataSet: string,
    readonly field: string,
    why: string,
  ) {
    super(`${dataSet}.${field}: ${why}`);
  }
}

/**
 * Refuses a record that the data set does not declare: an unknown field, a value of another kind, a missing field,
 * or a key that does not fit the record. What was read as it is, of another version, is let through.
 * @throws UndeclaredError
 */
export function assertDeclared(map: DataMap, dataSet: DataSet, key: string, record: unknown): void {
  const wrong = undeclaredIn(map, dataSet, key, record);
  if (wrong) throw wrong;
}

/** What of the record the data set does not declare. */
export function undeclaredIn(
  map: DataMap,
  dataSet: DataSet,
  key: string,
  record: unknown,
): UndeclaredError | undefined {
  if (!map.includes(dataSet))
    return new UndeclaredError(dataSet.name, '(data set)', 'is not in the data map');
  if (!isPlainObject(record)) return new UndeclaredError(dataSet.name, '(record)', 'is not an object');
  return wrongField(dataSet, record, namesOf(map)) ?? wrongKey(dataSet, key, record);
}

function wrongField(
  dataSet: DataSet,
  record: Record<string, unknown>,
  dataSets: ReadonlySet<string>,
): UndeclaredError | undefined {
  const fields = fieldsByName(dataSet);
  const unknown = Object.keys(record).find((name) => !Object.hasOwn(fields, name));
  if (unknown !== undefined) return new UndeclaredError(dataSet.name, unknown, 'is not in the data map');
  const text = dataSet.about !== 'nobody' && fieldsOf(dataSet).find(([, { value }]) => isText(value));
  if (text) return new UndeclaredError(dataSet.name, text[0], 'is a text in a record about somebody');
  const read = readOf(record)?.row;
  const wrong = Object.entries(fields).find(([name, { value: kind, optional }]) => {
    const value = record[name];
    if ((value === undefined && optional) || isOf(kind, value, dataSets)) return false;
    return !read || !isCarried(kind, value, read[name], dataSets);
  });
  return wrong && new UndeclaredError(dataSet.name, wrong[0], `is not of kind ${wrong[1].value.kind}`);
}

const isText = (value: Kind): boolean =>
  value.kind === 'published-text' ||
  (value.kind === 'list' && Object.values({ ...value.of, ...value.optional }).some(isText));

function wrongKey(
  dataSet: DataSet,
  key: string,
  record: Record<string, unknown>,
): UndeclaredError | undefined {
  const parts = readOf(record)?.key === key ? namedParts(dataSet, key) : keyParts(dataSet, key);
  if (!parts) return new UndeclaredError(dataSet.name, '(key)', 'does not have the declared parts');
  const differs = dataSet.key.find(([name, , other]) => {
    const fields = [name, other].filter((field) => field !== undefined && Object.hasOwn(record, field));
    return fields.length > 0 && !fields.some((field) => record[field as string] === parts[name]);
  });
  return differs && new UndeclaredError(dataSet.name, differs[0], 'differs between key and record');
}

/** The named parts of a key of the data set, or undefined where it is not one. */
export function keyParts(dataSet: DataSet, key: string): Record<string, string> | undefined {
  const parts = namedParts(dataSet, key);
  return parts && dataSet.key.every((part) => isPart(dataSet, part, parts[part[0]])) ? parts : undefined;
}

function isPart(
  dataSet: DataSet,
  [, kind, other]: DataSet['key'][number],
  text: string | undefined,
): boolean {
  const otherKind = other === undefined ? undefined : fieldsByName(dataSet)[other]?.value;
  return [kind, otherKind].some((one) => one !== undefined && isOf(one, text));
}

/** The same of a key that another version made, of which a part may be of another kind. */
function namedParts(dataSet: DataSet, key: string): Record<string, string> | undefined {
  const texts = key.split('#');
  if (texts.length !== dataSet.key.length) return undefined;
  return Object.fromEntries(dataSet.key.map(([name], at) => [name, texts[at] ?? '']));
}

/** Whose record a key names, be it of another version. */
export function accountInKey(dataSet: DataSet, key: string): string | undefined {
  const account = namedParts(dataSet, key)?.['accountId'];
  return isAccountId(account) ? account : undefined;
}

const namesByMap = new WeakMap<DataMap, ReadonlySet<string>>();

/** The names of all data sets: worked out once, as each write and each row read asks for them. */
function namesOf(map: DataMap): ReadonlySet<string> {
  const known = namesByMap.get(map) ?? new Set(map.map((set) => set.name));
  namesByMap.set(map, known);
  return known;
}
