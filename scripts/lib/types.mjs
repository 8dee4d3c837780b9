import { runTool } from './run.mjs';

/** @typedef {import('./run.mjs').Outcome} Outcome */

/** Each world has its own globals: Forge functions, pages, the local Forge, scripts, tests. */
const WORLDS = ['.', 'static', 'local', 'scripts', '__tests__'];

/**
 * Version 7 is a native program and takes a quarter of the time; ts-jest and ESLint need the JavaScript of version 6.
 * @param {string} world
 */
function checkWorld(world) {
  const memory = `.local/build/types-${world === '.' ? 'src' : world}.tsbuildinfo`;
  const args = [
    '--noEmit',
    '--incremental',
    '--tsBuildInfoFile',
    memory,
    '--project',
    `${world}/tsconfig.json`,
  ];
  return runTool('typescript-7/bin/tsc', args);
}

/**
 * The worlds that see these files: the pages see the contract in src/, all see the keys in words/, and the tests see all.
 * @param {string[]} files from the root of the project
 */
export function worldsOf(files) {
  if (files.length === 0) return [];
  const folders = new Set(files.map((file) => file.split('/')[0] ?? ''));
  if (folders.has('src') || folders.has('words')) for (const world of ['.', 'static']) folders.add(world);
  if (folders.has('bench')) folders.add('local');
  if (files.some((file) => !file.includes('/'))) folders.add('scripts');
  return WORLDS.filter((world) => world === '__tests__' || folders.has(world));
}

/** Type-checks worlds, two at a time. @returns {Promise<Omit<Outcome, 'stdout'>>} */
export async function checkTypes(worlds = WORLDS) {
  const waiting = [...worlds];
  /** @type {Outcome[]} */
  const outcomes = [];
  const work = async () => {
    for (let world = waiting.shift(); world; world = waiting.shift()) outcomes.push(await checkWorld(world));
  };
  await Promise.all([work(), work()]);
  return {
    code: Math.max(0, ...outcomes.map(({ code }) => code)),
    output: outcomes.map(({ output }) => output).join(''),
  };
}
