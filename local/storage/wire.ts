import { NotModelledError } from '../errors';
import { StorageRefusal } from './errors';

export type Fields = Readonly<Record<string, unknown>>;

/** Parses the body of a call. */
export function parseBody(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw new StorageRefusal('BAD_REQUEST', `The request body of ${body.length} characters is not JSON.`);
  }
}

/** Takes an object with none but the known fields; an unknown one is not modelled, so it is loud. */
export function fieldsOf(value: unknown, what: string, known: ReadonlySet<string>): Fields {
  if (!isObject(value)) throw new StorageRefusal('BAD_REQUEST', `${what} must be an object.`);
  for (const name in value) {
    if (!known.has(name))
      throw new NotModelledError(`the field "${name}" of ${what.toLowerCase()} in storage`);
  }
  return value;
}

export function listOf(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new StorageRefusal('BAD_REQUEST', `${what} must be a list.`);
  return value;
}

/** Takes one of a few words, or undefined when the field is left out. */
export function wordOf<Word extends string>(
  value: unknown,
  what: string,
  words: readonly Word[],
): Word | undefined {
  if (value === undefined) return undefined;
  const word = words.find((candidate) => candidate === value);
  if (word !== undefined) return word;
  throw new StorageRefusal('BAD_REQUEST', `${what} must be one of ${words.join(', ')}.`);
}

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
