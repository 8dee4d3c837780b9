/**
 * Writes the tables of docs/privacy.md from the data map. A test fails where they differ; this makes them agree again:
 * `node --import tsx scripts/privacy-table.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { DATA_MAP } from '../src/data-map';
import { dataSetTables, withTables } from './lib/data-set-tables';

const FILE = new URL('../docs/privacy.md', import.meta.url);

writeFileSync(FILE, withTables(readFileSync(FILE, 'utf8'), dataSetTables(DATA_MAP)));
console.log(`docs/privacy.md: ${DATA_MAP.length} data sets written.`);
