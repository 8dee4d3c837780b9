import { StorageRefusal } from './errors';
import { LIMITS } from './limits';
import type { EntitySchema } from './schema';
import type { AttributeType, StorageSettings } from './types';
import type { Fields } from './wire';

/** Checks an entity's value attribute by attribute: every one is optional, none may be of another type. */
export function checkAttributes(value: Fields, schema: EntitySchema, settings: StorageSettings): void {
  for (const name in value) {
    const type = schema.attributes.get(name);
    if (type) checkAttribute(value[name], `Attribute ${name} of entity ${schema.name}`, type);
    else if (settings.unknownAttributes === 'refused') {
      throw new StorageRefusal(
        'INVALID_ENTITY_ATTRIBUTE',
        `Entity ${schema.name} has an attribute ${name} that the manifest does not declare.`,
      );
    }
  }
}

function checkAttribute(value: unknown, what: string, type: AttributeType): void {
  if (!isOfType(value, type)) {
    throw new StorageRefusal(
      'INCORRECT_PROPERTY_TYPE',
      `${what} is declared ${type}; ${described(value)} was given.`,
    );
  }
  if (type === 'string') checkText(value as string, what);
  if (type === 'float') checkFloat(value as number, what);
}

/** Tells whether a value is of an attribute's declared type; `any` takes everything but null. */
export function isOfType(value: unknown, type: AttributeType): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string';
    case 'integer':
      return isInteger(value);
    case 'float':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'any':
      return value !== null;
  }
}

function isInteger(value: unknown): boolean {
  return (
    Number.isInteger(value) &&
    (value as number) >= LIMITS.integerMinimum.value &&
    (value as number) <= LIMITS.integerMaximum.value
  );
}

function checkText(value: string, what: string): void {
  if (value.trim().length > 0) return;
  throw new StorageRefusal(
    'INVALID_ENTITY_VALUE',
    `${what} has ${value.length} characters, none of them visible; a string needs at least one.`,
  );
}

function checkFloat(value: number, what: string): void {
  const size = Math.abs(value);
  const { floatMinimum, floatMaximum } = LIMITS;
  if (size === 0 || (size >= floatMinimum.value && size < floatMaximum.value)) return;
  throw new StorageRefusal(
    'INVALID_ENTITY_VALUE',
    `${what} is ${value}; it must be 0, or at least ${floatMinimum.value} and below ${floatMaximum.value} in size.`,
  );
}

function described(value: unknown): string {
  if (typeof value === 'number') return `the number ${value}`;
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a value of type ${typeof value}`;
}
