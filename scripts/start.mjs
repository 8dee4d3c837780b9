import './lib/require-node.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { command } from './lib/failure.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { serveSite } from './lib/serve-site.mjs';

const args = process.argv.slice(2);
/** Another app is bundled as it is started; this one need not be built for it. */
const servesAnotherApp = args.some((arg) => arg === '--app' || arg.startsWith('--app='));

await command(async () => {
  await ensureInstalled();
  if (!servesAnotherApp) await ensureBuilt();
  process.exitCode = await serveSite(args);
});
