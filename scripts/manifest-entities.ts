/**
 * Writes the entities of the data map into manifest.yml, between `entities:` and `permissions:`.
 * A test fails where the two differ; this is how to make them agree again.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { DATA_MAP } from '../src/data-map';
import { entitiesOf, type Entity, type EntityIndex } from './lib/entities';

const FILE = new URL('../manifest.yml', import.meta.url);
const BEFORE = '    entities:\n';
const AFTER = '\npermissions:\n';

function indexLines(index: EntityIndex): string[] {
  if (typeof index === 'string') return [`          - ${index}`];
  const { name, partition, range } = index;
  const parts = partition === undefined ? [] : [`            partition: [${partition.join(', ')}]`];
  return [`          - name: ${name}`, ...parts, `            range: [${range.join(', ')}]`];
}

function entityLines({ name, attributes, indexes = [] }: Entity): string[] {
  return [
    `      - name: ${name}`,
    '        attributes:',
    ...Object.entries(attributes).map(([attribute, { type }]) => `          ${attribute}: { type: ${type} }`),
    ...(indexes.length === 0 ? [] : ['        indexes:', ...indexes.flatMap(indexLines)]),
  ];
}

const manifest = readFileSync(FILE, 'utf8');
const start = manifest.indexOf(BEFORE) + BEFORE.length;
const end = manifest.indexOf(AFTER);
const entities = entitiesOf(DATA_MAP);
const lines = entities.flatMap(entityLines).join('\n');
writeFileSync(FILE, `${manifest.slice(0, start)}${lines}\n${manifest.slice(end)}`);
console.log(`manifest.yml: ${entities.length} entities written.`);
