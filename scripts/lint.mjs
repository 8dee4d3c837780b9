import './lib/require-node.mjs';
import { command, Failure } from './lib/failure.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { checkLint } from './lib/lint.mjs';

await command(async () => {
  await ensureInstalled();
  const { code, output } = await checkLint();
  if (code !== 0) throw new Failure('Lint found something: see above.', output);
});
