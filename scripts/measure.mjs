import './lib/require-node.mjs';
import { existsSync } from 'node:fs';
import { command, Failure } from './lib/failure.mjs';
import { LAST_RUN, noteLastRun } from './lib/measured.mjs';
import { at } from './lib/root.mjs';

await command(async () => {
  if (!existsSync(at(LAST_RUN))) throw new Failure('Nothing was measured yet: run `npm test -- unit` first.');
  console.log(`${noteLastRun()} slow files are in __tests__/measured.json.`);
});
