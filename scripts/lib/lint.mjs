import { runTool } from './run.mjs';
import { digestOf } from './stamp.mjs';

/** What says how ESLint judges a file, beside the file itself: the rules of our own are in no other digest. */
const JUDGED_BY = ['eslint.config.mjs', 'scripts/lint', 'package-lock.json'];

/** For a look at each file by itself, which passes over those that it found well before. */
async function eslintOptions() {
  const memory = `.local/build/eslint/${await digestOf(JUDGED_BY)}`;
  const cache = ['--cache', '--cache-strategy', 'content', '--cache-location', memory];
  return ['--max-warnings', '0', '--no-warn-ignored', ...cache];
}

const OXLINT = ['--type-aware', '--deny-warnings', '--no-error-on-unmatched-pattern'];

/**
 * Lints files, or all there are: ESLint how they are written, oxlint what their types say. With types, ESLint alone took
 * twice as long.
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function checkLint(files = ['.']) {
  const outcomes = await Promise.all([
    runTool('eslint/bin/eslint.js', [...(await eslintOptions()), ...files]),
    runTool('oxlint/bin/oxlint', [...OXLINT, ...files]),
  ]);
  const failed = outcomes.filter(({ code }) => code !== 0);
  return {
    code: Math.max(0, ...failed.map(({ code }) => code)),
    output: failed.map(({ output }) => output).join('\n'),
  };
}
