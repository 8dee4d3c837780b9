import { spawn } from 'node:child_process';
import { at, root } from './root.mjs';

/**
 * @typedef {object} Outcome
 * @property {number} code exit code; 1 when it was ended by a signal or could not start
 * @property {string} output both streams, in the order they arrived
 * @property {string} stdout the first alone, for what a program reads
 */

/**
 * Runs a program in the project's folder and collects what it prints.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, shell?: boolean }} [options]
 * @returns {Promise<Outcome>}
 */
export function run(program, args, { env = {}, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      // What is collected may end up in a log: no colours.
      env: { ...process.env, NO_COLOR: '1', ...env },
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) =>
      resolve({ code: 1, output: `${output}${program}: ${error.message}\n`, stdout }),
    );
    child.on('close', (code) => resolve({ code: code ?? 1, output, stdout }));
  });
}

/**
 * Runs an installed tool by the path of its JavaScript, which needs no shell on any system.
 * @param {string} file from node_modules
 * @param {string[]} args
 * @param {{ env?: Record<string, string> }} [options]
 */
export const runTool = (file, args, options) =>
  run(process.execPath, [at('node_modules', file), ...args], options);

/**
 * Runs the npm that started this command, or else the one on the PATH.
 * @param {string[]} args
 */
export function runNpm(args) {
  const npm = process.env['npm_execpath'];
  if (npm?.endsWith('.js')) return run(process.execPath, [npm, ...args]);
  return run('npm', args, { shell: process.platform === 'win32' });
}
