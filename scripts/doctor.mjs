import { spawnSync } from 'node:child_process';
import './lib/require-node.mjs';
import { command, Failure } from './lib/failure.mjs';
import { packagesAreThere } from './lib/install.mjs';
import { at } from './lib/root.mjs';

await command(async () => {
  // It installs nothing: it needs no network, and changes nothing.
  if (!(await packagesAreThere())) throw new Failure('The packages are not installed. Next: npm ci');
  const program = ['--import', 'tsx', at('scripts/doctor/main.ts')];
  process.exitCode = spawnSync(process.execPath, program, { cwd: at(), stdio: 'inherit' }).status ?? 1;
});
