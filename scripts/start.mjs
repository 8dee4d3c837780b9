import './lib/require-node.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { command } from './lib/failure.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { serveSite } from './lib/serve-site.mjs';

await command(async () => {
  await ensureInstalled();
  await ensureBuilt();
  process.exitCode = await serveSite(process.argv.slice(2));
});
