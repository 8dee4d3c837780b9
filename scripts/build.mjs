import './lib/require-node.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { command } from './lib/failure.mjs';
import { ensureInstalled } from './lib/install.mjs';

await command(async () => {
  await ensureInstalled();
  await ensureBuilt({ force: process.argv.includes('--force') });
  console.log('Everything is built: static/*/dist for the pages, .local/build/app.cjs for the local site.');
});
