import type { Entity, Index, Manifest } from './manifest';

/** From Atlassian's "Defining custom entities" and "KVS and Custom Entity Store limits". */
export const ENTITIES_AT_MOST = 20;
const LIMITS = { entities: ENTITIES_AT_MOST, attributes: 50, indexes: 7, attributeName: 30 };
/** Entities that stay free for features to come: Forge takes back none that was deployed. */
const RESERVE = 7;
const ENTITY_NAME = /^(?![-_.])(?!.*\.\.)[a-z0-9:\-_.]{3,60}(?<!\.)$/;
const ATTRIBUTE_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const INDEX_NAME = /^(?!\.)(?!.*\.\.)[a-zA-Z0-9:\-_.]{3,50}(?<!\.)$/;

const nameOf = (index: Index) => (typeof index === 'string' ? index : index.name);
const attributesOf = (index: Index) =>
  typeof index === 'string' ? [index] : [...(index.partition ?? []), ...index.range];

function repeated(names: string[]): string[] {
  return names.filter((name, position) => names.indexOf(name) !== position);
}

function indexProblems(entity: Entity, index: Index): string[] {
  const problems: string[] = [];
  const at = `${entity.name}, index ${nameOf(index)}`;
  if (!INDEX_NAME.test(nameOf(index))) problems.push(`${at}: not a name an index may have`);
  if (nameOf(index) === 'by-key') problems.push(`${at}: Forge has an index of this name itself`);
  if (typeof index !== 'string' && index.range.length !== 1) problems.push(`${at}: a range is one attribute`);
  for (const attribute of attributesOf(index)) {
    const type = entity.attributes[attribute]?.type;
    if (type === undefined) problems.push(`${at}: there is no attribute ${attribute}`);
    if (type === 'any') problems.push(`${at}: ${attribute} is of type any, which cannot be indexed`);
  }
  return problems;
}

function entityProblems(entity: Entity): string[] {
  const attributes = Object.keys(entity.attributes);
  const indexes = entity.indexes ?? [];
  const problems = indexes.flatMap((index) => indexProblems(entity, index));
  const tooMany = (what: string, count: number, limit: number) => {
    if (count > limit) problems.push(`${entity.name}: ${count} ${what}, at most ${limit}`);
  };
  if (!ENTITY_NAME.test(entity.name)) problems.push(`${entity.name}: not a name an entity may have`);
  tooMany('attributes', attributes.length, LIMITS.attributes);
  tooMany('indexes', indexes.length, LIMITS.indexes);
  for (const name of repeated(indexes.map(nameOf))) problems.push(`${entity.name}: index ${name} twice`);
  for (const name of attributes) {
    const fits = ATTRIBUTE_NAME.test(name) && name.length <= LIMITS.attributeName;
    if (!fits) problems.push(`${entity.name}: ${name} is not a name an attribute may have`);
  }
  return problems;
}

/** That enough entities are left for years, and what to do where they are not. */
export function reserveRules({ app: { storage } }: Manifest): string[] {
  const left = LIMITS.entities - storage.entities.length;
  if (left >= RESERVE) return [];
  return [
    `${left} of ${LIMITS.entities} entities are free, and ${RESERVE} must be: before the next deploy, give what is ` +
      "about nobody and needs no index the place 'app-state', or put records that are found alike into one data set. " +
      'docs/architecture.md, "The schema is for good", says what else there is.',
  ];
}

/** What Forge would refuse, or never be able to query, of the custom entities. */
export function entityRules({ app: { storage } }: Manifest): string[] {
  const { entities } = storage;
  const names = entities.map(({ name }) => name);
  return [
    ...(entities.length > LIMITS.entities ? [`${entities.length} entities, at most ${LIMITS.entities}`] : []),
    ...repeated(names).map((name) => `entity ${name} twice`),
    ...entities.flatMap(entityProblems),
  ];
}
