import { spawn } from 'node:child_process';
import { root } from './root.mjs';

/** @type {NodeJS.Signals[]} */
const STOP = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs the local site until it ends.
 * @param {string[]} args its options: `--port`, `--data FILE`, `--reset`
 * @returns {Promise<number>} its exit code; being asked to stop is no failure
 */
export function serveSite(args) {
  const program = ['--import', 'tsx', 'local/main.ts', ...args];
  const site = spawn(process.execPath, program, { cwd: root, stdio: 'inherit' });
  let asked = false;
  for (const signal of STOP) {
    process.on(signal, () => {
      asked = true;
      // Ctrl-C reaches the site by itself too, and on Windows only so: there a sent signal ends it on the spot.
      if (process.platform !== 'win32') site.kill(signal);
    });
  }
  return new Promise((resolve) => {
    site.on('close', (code) => resolve(asked ? 0 : (code ?? 1)));
  });
}
