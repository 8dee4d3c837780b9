import './lib/require-node.mjs';
import { command, Failure } from './lib/failure.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { checkTypes } from './lib/types.mjs';

await command(async () => {
  await ensureInstalled();
  const { code, output } = await checkTypes();
  if (code !== 0) throw new Failure('Types do not fit: see above.', output);
});
