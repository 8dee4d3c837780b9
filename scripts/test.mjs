import './lib/require-node.mjs';
import { checks } from './lib/checks.mjs';
import { command, Failure } from './lib/failure.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { nodeLine } from './lib/node-line.mjs';
import { quickChecks } from './lib/quick-checks.mjs';
import { runChecks } from './lib/run-checks.mjs';
import { secondsSince } from './lib/step.mjs';

/** `--long`: many more runs of each property; `--quick`: what changed, and the tests that take no time. */
const FLAGS = ['--long', '--quick'];

const USAGE = `npm test [-- NAME…] [-- --long | --quick], where NAME is one of ${checks.map(({ name }) => name).join(', ')}.`;

/** @param {string[]} args */
async function chosenChecks(args) {
  const names = args.filter((arg) => !FLAGS.includes(arg));
  if (names.some((name) => checks.every((check) => check.name !== name))) throw new Failure(USAGE);
  const all = args.includes('--quick') ? await quickChecks() : checks;
  return names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
}

await command(async () => {
  const args = process.argv.slice(2);
  console.log(nodeLine());
  const chosen = await chosenChecks(args);
  if (args.includes('--long')) process.env['LONG'] = '1';
  await ensureInstalled();
  const start = performance.now();
  const results = await runChecks(chosen);
  const failures = results.flatMap((result) => result.failures);
  if (failures.length > 0) console.log(`\nWhat failed:\n${failures.map((line) => `- ${line}`).join('\n')}`);
  const total = (/** @type {'passed' | 'failed'} */ key) =>
    results.reduce((sum, result) => sum + result[key], 0);
  console.log(`\nAll of it took ${secondsSince(start)}.`);
  console.log(`${total('passed')} passed, ${total('failed')} failed`);
  if (failures.length > 0) process.exitCode = 1;
});
