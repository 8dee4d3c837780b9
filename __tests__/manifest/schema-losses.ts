import type { Entity, Index } from './read-manifest';

const nameOf = (index: Index): string => (typeof index === 'string' ? index : index.name);

/** What a deploy would take away or change of the entities that were deployed before: Forge lets none of it go. */
export function schemaLosses(before: readonly Entity[], after: readonly Entity[]): string[] {
  return before.flatMap(({ name, attributes, indexes = [] }) => {
    const entity = after.find((one) => one.name === name);
    if (!entity) return [`entity ${name}`];
    const types = Object.entries(attributes).filter(
      ([attribute, { type }]) => entity.attributes[attribute]?.type !== type,
    );
    const present = new Map((entity.indexes ?? []).map((index) => [nameOf(index), JSON.stringify(index)]));
    const changed = indexes.filter((index) => present.get(nameOf(index)) !== JSON.stringify(index));
    return [
      ...types.map(([attribute]) => `attribute ${name}.${attribute}`),
      ...changed.map((index) => `index ${name}.${nameOf(index)}`),
    ];
  });
}
