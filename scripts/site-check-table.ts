/**
 * Writes the tables of docs/site-check.md from what the check of the site measures. A test fails where they differ; this makes
 * them agree again: `node --import tsx scripts/site-check-table.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { withAssumptions } from './lib/site-check-table';

const FILE = new URL('../docs/site-check.md', import.meta.url);

writeFileSync(FILE, withAssumptions(readFileSync(FILE, 'utf8')));
console.log('docs/site-check.md: written.');
