import { secondsSince } from './step.mjs';

/** @typedef {import('./checks.mjs').Result} Result */
/** @typedef {import('./checks.mjs').Check} Check */

/**
 * @param {string} title
 * @param {Result} result
 * @param {number} start
 */
function report(title, { passed, failed, output }, start) {
  const counts = failed === 0 ? `${passed} passed` : `${passed} passed, ${failed} failed`;
  console.log(`${title}: ${counts} (${secondsSince(start)})`);
  if (failed > 0) console.log(output.trimEnd());
}

/** @param {Check} check */
async function reported({ title, run }) {
  const start = performance.now();
  console.log(`${title} …`);
  const result = await run();
  report(title, result, start);
  return result;
}

/**
 * Runs each check as soon as those it comes after are done.
 * @param {Check[]} chosen in an order in which each stands behind those
 */
export function runChecks(chosen) {
  /** @type {Map<string, Promise<Result>>} */
  const running = new Map();
  for (const check of chosen) {
    const before = Promise.all(check.after.map((name) => running.get(name)));
    running.set(
      check.name,
      before.then(() => reported(check)),
    );
  }
  return Promise.all(running.values());
}
