/**
 * Writes the answers of docs/marketplace.md that follow from the data map. A test fails where they differ; this makes
 * them agree again: `node --import tsx scripts/marketplace-answers.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { DATA_MAP } from '../src/data-map';
import { withTables } from './lib/data-set-tables';
import { marketplaceAnswers, SCRIPT } from './lib/marketplace-answers';

const FILE = new URL('../docs/marketplace.md', import.meta.url);

writeFileSync(FILE, withTables(readFileSync(FILE, 'utf8'), marketplaceAnswers(DATA_MAP), SCRIPT));
console.log(`docs/marketplace.md: answers about ${DATA_MAP.length} data sets written.`);
