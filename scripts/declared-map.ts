/**
 * Writes down what this version declares, for the tests of later ones: part of a release.
 * `node --import tsx scripts/declared-map.ts`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { DATA_MAP } from '../src/data-map';
import { declarationsOf } from './lib/declarations';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const file = `__tests__/versions/declared-${version}.json`;

writeFileSync(
  new URL(`../${file}`, import.meta.url),
  `${JSON.stringify(declarationsOf(DATA_MAP), null, 2)}\n`,
);
console.log(`${file}: ${DATA_MAP.length} data sets written.`);
