import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import { ensureBrowser, ensureFirefox } from './browser-install.mjs';
import { ensureBuilt } from './build.mjs';
import { findFirefox } from './firefox.mjs';
import { checkLint } from './lint.mjs';
import { LAST_RUN } from './measured.mjs';
import { at } from './root.mjs';
import { runTool } from './run.mjs';
import { checkTypes } from './types.mjs';

/**
 * @typedef {object} Result of one check
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} failures a line each
 * @property {string} output all that was printed
 */

/**
 * @typedef {object} Check
 * @property {string} name by which it can be asked for alone
 * @property {string} title
 * @property {string[]} after names of those that are to be done before, where they are asked for too
 * @property {() => Promise<Result>} run
 */

/**
 * A check that holds or does not, counted as one.
 * @param {string} title
 * @param {{ code: number, output: string }} outcome
 * @returns {Result}
 */
export function single(title, { code, output }) {
  return code === 0
    ? { passed: 1, failed: 0, failures: [], output }
    : { passed: 0, failed: 1, failures: [title], output };
}

/**
 * @typedef {object} JestReport the parts used here of what jest writes with --json
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numRuntimeErrorTestSuites
 * @property {{ name: string, message: string, assertionResults: TestReport[] }[]} testResults
 *
 * @typedef {object} TestReport of one test
 * @property {string} status
 * @property {string} fullName
 */

/**
 * Every failed test by name, and every file that could not run at all.
 * @param {JestReport} report
 */
function failuresOf({ testResults }) {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const file = name.slice(at().length + 1);
    if (assertionResults.length === 0 && message) return [`${file}: could not run`];
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    return failed.map(({ fullName }) => `${file}: ${fullName}`);
  });
}

/**
 * @param {string} project of jest.config.mjs
 * @param {string[]} options
 * @param {Record<string, string>} [env]
 * @returns {Promise<Result>}
 */
async function runJest(project, options, env) {
  const file = at('.local/test', `${project}.json`);
  await mkdir(at('.local/test'), { recursive: true });
  await rm(file, { force: true });
  const args = ['--ci', '--selectProjects', project, '--json', '--outputFile', file, ...options];
  const { code, output } = await runTool('jest/bin/jest.js', args, { env: env ?? {} });
  /** @type {JestReport | undefined} */
  const report = await readFile(file, 'utf8').then(JSON.parse, () => undefined);
  if (!report) return single(`jest gave no result for ${project}`, { code: code || 1, output });
  const failures = failuresOf(report);
  // Jest can fail without a failed test: an obsolete snapshot, a leak it was told to look for.
  if (code !== 0 && failures.length === 0) failures.push(`jest ended with code ${code} for ${project}`);
  return { passed: report.numPassedTests, failed: failures.length, failures, output };
}

/** More files than these do not fail by chance. */
const MOST_TRIED_AGAIN = 4;

/**
 * A busy machine may keep a browser waiting too long once: files in which a test failed are run again, one after the other,
 * each with a new site. Their failures are those of the second try; what passed only then is named, with what went wrong at
 * first.
 * @param {Result} first
 * @param {(files: string[]) => Promise<Result>} runFiles
 * @returns {Promise<Result>}
 */
export async function withSecondTry(first, runFiles) {
  const files = [...new Set(first.failures.map((line) => line.split(':', 1)[0] ?? ''))];
  if (files.length === 0 || files.length > MOST_TRIED_AGAIN || !files.every((file) => existsSync(at(file))))
    return first;
  const second = await runFiles(files);
  const onlyThen = first.failures.filter((line) => !second.failures.includes(line));
  for (const line of onlyThen) console.log(`Passed only at the second try: ${line}`);
  if (onlyThen.length > 0) console.log(reasonsIn(first.output));
  return { ...second, passed: first.passed + first.failed - second.failed };
}

/** What jest printed of failed tests, up to where it repeats that. @param {string} output */
function reasonsIn(output) {
  const blocks = output.split(/^(?=PASS |FAIL |Summary of all failing tests|Test Suites: )/m);
  const end = blocks.findIndex((block) => /^(Summary|Test Suites)/.test(block));
  return blocks
    .slice(0, end)
    .filter((block) => block.startsWith('FAIL'))
    .join('')
    .trimEnd();
}

/**
 * @param {() => Promise<unknown>} ensure that the browser is there
 * @param {{ options?: string[], files?: string[], env?: Record<string, string> }} [chosen] without files all of them
 */
async function runBrowserTests(ensure, { options = [], files = [], env = {} } = {}) {
  try {
    await ensure();
  } catch (error) {
    return single(String(error), { code: 1, output: '' });
  }
  /** @type {(workers: number, files: string[]) => Promise<Result>} */
  const run = (workers, some) =>
    runJest('browser', [`--maxWorkers=${workers}`, ...options, ...byPath(some)], env);
  return withSecondTry(await run(browserWorkers, files), (failed) => run(1, failed));
}

const byPath = (/** @type {string[]} */ files) => (files.length === 0 ? [] : ['--runTestsByPath', ...files]);

/** The main jobs: log, correct, export, erase with a receipt, decide as an administrator. */
const MAIN_JOBS = ['log-time', 'my-time', 'corrections', 'export', 'own-data', 'receipts', 'requests'];

/** There, Playwright cannot take an answer away from a page. */
const NOT_IN_FIREFOX = '^(?!after a lost answer)';

/** Where Firefox is missing only `--long` installs it. */
async function runInFirefox() {
  if (!findFirefox() && process.env['LONG'] !== '1')
    return { passed: 0, failed: 0, failures: [], output: '' };
  const files = MAIN_JOBS.map((name) => `__tests__/local-site/${name}.test.ts`);
  const env = { TEST_BROWSER: 'firefox' };
  return runBrowserTests(ensureFirefox, { options: ['-t', NOT_IN_FIREFOX], files, env });
}

/**
 * Notes what each file takes, for `npm run measure`.
 * @param {string[]} [options]
 */
export async function runUnitTests(options = []) {
  await rm(at(LAST_RUN), { force: true });
  return runJest('node', [workers, ...options], { MEASURE_IN: at(LAST_RUN) });
}

/** @type {() => Promise<Result>} */
const build = async () => {
  const outcome = await ensureBuilt().then(
    () => ({ code: 0, output: '' }),
    (error) => ({ code: 1, output: `${error.output ?? ''}\n${error.message}` }),
  );
  return single('build', outcome);
};

/** A process a core, but for one that is left to others. */
const workers = `--maxWorkers=${Math.max(2, os.availableParallelism() - 1)}`;

/** Unit and browser tests side by side want memory and cores: on two cores both took twice as long as one after the other. */
const hasRoomForBoth = os.availableParallelism() > 2 && os.totalmem() >= 7e9;
const browserAfter = hasRoomForBoth ? ['manifest'] : ['unit'];
/** Browser tests wait a good deal: alone on two cores, three at once take six sevenths of the time of two. */
const browserWorkers = hasRoomForBoth ? 2 : 3;

/** Files that were formatted well before are known by their content. */
const FORMATTING = ['--check', '--cache', '--cache-location', '.local/build/prettier'];

/** All that `npm test` looks at. @type {Check[]} */
export const checks = [
  { name: 'types', title: 'Types', after: [], run: async () => single('types', await checkTypes()) },
  {
    name: 'lint',
    title: 'Lint and walls',
    after: [],
    run: async () => single('lint', await checkLint()),
  },
  {
    name: 'format',
    title: 'Formatting',
    after: [],
    run: async () => single('formatting', await runTool('prettier/bin/prettier.cjs', [...FORMATTING, '.'])),
  },
  { name: 'build', title: 'Build', after: ['types', 'format'], run: build },
  {
    name: 'manifest',
    title: 'Manifest and bundle checks',
    after: ['build'],
    run: () => runJest('manifest', [workers]),
  },
  {
    name: 'unit',
    title: 'Unit and behaviour tests',
    after: ['manifest', 'lint'],
    run: () => runUnitTests(),
  },
  {
    name: 'browser',
    title: 'Browser tests',
    after: browserAfter,
    run: () => runBrowserTests(ensureBrowser),
  },
  {
    name: 'firefox',
    title: 'The main jobs in Firefox, where it is installed',
    after: ['browser'],
    run: runInFirefox,
  },
];
