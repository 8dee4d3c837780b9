import { spawn } from 'node:child_process';
import { root } from './root.mjs';

/**
 * Runs the local site until it ends.
 * @param {string[]} args its options: `--port`, `--data FILE`, `--reset`
 * @returns {Promise<number>} its exit code; being asked to stop is no failure
 */
export function serveSite(args) {
  const site = spawn(process.execPath, ['--import', 'tsx', 'local/main.ts', ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  let asked = false;
  // Ctrl-C reaches the site by itself; this process waits for it to put its data away.
  process.on('SIGINT', () => (asked = true));
  process.on('SIGTERM', () => {
    asked = true;
    site.kill('SIGTERM');
  });
  return new Promise((resolve) => {
    site.on('close', (code) => resolve(asked ? 0 : (code ?? 1)));
  });
}
