import { isSeq, parseDocument } from 'yaml';
import type { Entity, EntityIndex } from '../lib/entities';

function indexLines(index: EntityIndex): string[] {
  if (typeof index === 'string') return [`    - ${index}`];
  const { name, partition, range } = index;
  const parts = partition === undefined ? [] : [`      partition: [${partition.join(', ')}]`];
  return [`    - name: ${name}`, ...parts, `      range: [${range.join(', ')}]`];
}

function entityLines({ name, attributes, indexes = [] }: Entity): string[] {
  return [
    `- name: ${name}`,
    '  attributes:',
    ...Object.entries(attributes).map(([attribute, { type }]) => `    ${attribute}: { type: ${type} }`),
    ...(indexes.length === 0 ? [] : ['  indexes:', ...indexes.flatMap(indexLines)]),
  ];
}

/**
 * The text of a manifest with these entities in the place of those it has. All else stays as it is, in whatever form
 * somebody, or the Forge CLI, has written it.
 * @throws where it has no entities
 */
export function withEntities(manifest: string, entities: readonly Entity[]): string {
  const present = parseDocument(manifest).getIn(['app', 'storage', 'entities'], true);
  if (!isSeq(present) || !present.range) throw new Error('The manifest has no list of entities.');
  const [first, end] = present.range;
  const start = manifest.lastIndexOf('\n', first) + 1;
  const indent = ' '.repeat(first - start);
  const lines = entities.flatMap(entityLines).map((line) => `${indent}${line}\n`);
  return `${manifest.slice(0, start)}${lines.join('')}${manifest.slice(end)}`;
}
