/**
 * Writes the entities of the data map into manifest.yml. A test fails where the two differ; this is how to make them
 * agree again: `node --import tsx scripts/manifest-entities.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { DATA_MAP } from '../src/data-map';
import { entitiesOf } from './lib/entities';
import { withEntities } from './manifest/written-entities';

const FILE = new URL('../manifest.yml', import.meta.url);
const entities = entitiesOf(DATA_MAP);

writeFileSync(FILE, withEntities(readFileSync(FILE, 'utf8'), entities));
console.log(`manifest.yml: ${entities.length} entities written.`);
