/**
 * Writes the entities of the data map into manifest.yml, between `entities:` and `permissions:`.
 * A test fails where the two differ; this is how to make them agree again.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { DATA_MAP } from '../src/data-map';
import type { DataSet, Index, Kind } from '../src/storage/data-set';
import { fieldsOf } from '../src/storage/fields';

const FILE = new URL('../manifest.yml', import.meta.url);
const BEFORE = '    entities:\n';
const AFTER = '\npermissions:\n';

function typeOf({ kind }: Kind): string {
  if (kind === 'integer' || kind === 'boolean') return kind;
  return kind === 'numbers' || kind === 'list' ? 'any' : 'string';
}

function indexLines({ name, partition, range }: Index): string[] {
  if (partition.length === 0 && name === range) return [`          - ${name}`];
  const parts = partition.length === 0 ? [] : [`            partition: [${partition.join(', ')}]`];
  return [`          - name: ${name}`, ...parts, `            range: [${range}]`];
}

function entityLines(set: DataSet): string[] {
  return [
    `      - name: ${set.name}`,
    '        attributes:',
    ...fieldsOf(set).map(([name, { value }]) => `          ${name}: { type: ${typeOf(value)} }`),
    ...(set.indexes.length === 0 ? [] : ['        indexes:', ...set.indexes.flatMap(indexLines)]),
  ];
}

const manifest = readFileSync(FILE, 'utf8');
const start = manifest.indexOf(BEFORE) + BEFORE.length;
const end = manifest.indexOf(AFTER);
const entities = DATA_MAP.filter(({ place }) => place === 'entity').flatMap(entityLines);
writeFileSync(FILE, `${manifest.slice(0, start)}${entities.join('\n')}\n${manifest.slice(end)}`);
console.log(`manifest.yml: ${DATA_MAP.filter(({ place }) => place === 'entity').length} entities written.`);
