import { runTool } from './run.mjs';

/** @typedef {import('./run.mjs').Outcome} Outcome */

/** Each world has its own globals: Forge functions, pages, the local Forge, scripts, tests. */
const WORLDS = ['.', 'static', 'local', 'scripts', '__tests__'];

/** @param {string} world */
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
  return runTool('typescript/bin/tsc', args);
}

/** Type-checks every world, two at a time. @returns {Promise<Outcome>} */
export async function checkTypes() {
  const waiting = [...WORLDS];
  /** @type {Outcome[]} */
  const outcomes = [];
  const work = async () => {
    for (let world = waiting.shift(); world; world = waiting.shift()) outcomes.push(await checkWorld(world));
  };
  await Promise.all([work(), work()]);
  return {
    code: Math.max(...outcomes.map(({ code }) => code)),
    output: outcomes.map(({ output }) => output).join(''),
  };
}
