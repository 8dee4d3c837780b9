/**
 * Writes the tables of docs/privacy.md and docs/data-processing.md from the data map. A test fails where they differ; this
 * makes them agree again: `node --import tsx scripts/privacy-table.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { DATA_MAP } from '../src/data-map';
import { dataSetTables, withTables } from './lib/data-set-tables';
import { processingTables } from './lib/processing-tables';

function write(name: string, tables: string): void {
  const file = new URL(`../docs/${name}`, import.meta.url);
  writeFileSync(file, withTables(readFileSync(file, 'utf8'), tables));
  console.log(`docs/${name}: ${DATA_MAP.length} data sets written.`);
}

write('privacy.md', dataSetTables(DATA_MAP));
write('data-processing.md', processingTables(DATA_MAP));
