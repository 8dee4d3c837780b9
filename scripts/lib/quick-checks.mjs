import { existsSync } from 'node:fs';
import { runUnitTests, single } from './checks.mjs';
import { checkLint } from './lint.mjs';
import { quickTests } from './measured.mjs';
import { at } from './root.mjs';
import { run, runTool } from './run.mjs';
import { checkTypes, worldsOf } from './types.mjs';

/** @typedef {import('./checks.mjs').Check} Check */

/** @returns {Promise<string[]>} files that differ from the last commit, new ones too */
async function changedFiles() {
  const lists = [
    ['diff', '--name-only', '-z', 'HEAD'],
    ['ls-files', '--others', '--exclude-standard', '-z'],
  ];
  const outcomes = await Promise.all(lists.map((args) => run('git', args)));
  const names = outcomes.flatMap(({ output }) => output.split('\0'));
  return names.filter((name) => name !== '' && existsSync(at(name)));
}

/**
 * @param {string} title
 * @param {string[]} files without any, nothing is to be looked at
 * @param {() => Promise<{ code: number, output: string }>} look
 */
async function lookAt(title, files, look) {
  return single(title, files.length === 0 ? { code: 0, output: '' } : await look());
}

/** What is looked at while one works: all of it side by side, for what differs from the last commit. @returns {Promise<Check[]>} */
export async function quickChecks() {
  const changed = await changedFiles();
  const code = changed.filter((file) => /\.([cm]?js|tsx?|mts)$/.test(file));
  const worlds = worldsOf(code);
  const shown = (/** @type {string[]} */ list) => (list.length === 0 ? 'nothing changed' : list.join(', '));
  return [
    {
      name: 'types',
      title: `Types (${shown(worlds)})`,
      after: [],
      run: async () => single('types', await checkTypes(worlds)),
    },
    {
      name: 'lint',
      title: `Lint and walls (${code.length} changed)`,
      after: [],
      run: () => lookAt('lint', code, () => checkLint(code)),
    },
    {
      name: 'format',
      title: `Formatting (${changed.length} changed)`,
      after: [],
      run: () =>
        lookAt('formatting', changed, () =>
          runTool('prettier/bin/prettier.cjs', ['--check', '--ignore-unknown', ...changed]),
        ),
    },
    {
      name: 'unit',
      title: 'Quick unit tests',
      after: [],
      run: () => runUnitTests(['--runTestsByPath', ...quickTests()]),
    },
  ];
}
