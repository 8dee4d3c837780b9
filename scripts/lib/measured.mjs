import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { at } from './root.mjs';

/** Unit test files that take longer than this count as slow, in seconds of processor time: a busy machine measures the same. */
export const SLOW_SECONDS = 0.4;
/** What each slow file took, kept in git. */
const MEASURED = '__tests__/measured.json';
/** What each file of the last unit tests took: a line each, appended by the environment of the tests. */
export const LAST_RUN = '.local/test/seconds.ndjson';

/** @returns {Record<string, number>} seconds by file, of slow ones only */
export const measuredSeconds = () => JSON.parse(readFileSync(at(MEASURED), 'utf8'));

/** Tests of what was built: a quick run builds nothing. */
export const OF_THE_BUILD = ['__tests__/static/size.test.ts', '__tests__/static/admin/first-load.test.ts'];

/** Every file of unit and behaviour tests, from the root of the project. */
function unitTests() {
  const names = readdirSync(at('__tests__'), { recursive: true }).map((name) =>
    String(name).replaceAll('\\', '/'),
  );
  const others = /^(local-site|manifest)\//;
  return names
    .filter((name) => /\.test\.tsx?$/.test(name) && !others.test(name))
    .map((name) => `__tests__/${name}`);
}

/** Unit tests that need no build and were not measured as slow; a new file counts as quick until it is. */
export function quickTests() {
  const slow = measuredSeconds();
  return unitTests().filter((file) => !(file in slow) && !OF_THE_BUILD.includes(file));
}

/**
 * What is slow, after a run: files that it left out keep their time, files that are gone leave.
 * @param {Record<string, number>} before
 * @param {{ file: string, seconds: number }[]} run
 * @param {(file: string) => boolean} isThere
 */
export function slowAfter(before, run, isThere) {
  const seconds = { ...before, ...Object.fromEntries(run.map((one) => [one.file, one.seconds])) };
  const slow = Object.entries(seconds).filter(([file, time]) => time >= SLOW_SECONDS && isThere(file));
  const rounded = slow.map(([file, time]) => /** @type {const} */ ([file, Math.round(time * 2) / 2]));
  return Object.fromEntries(rounded.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Writes down what the last unit tests took. @returns {number} how many files are slow */
export function noteLastRun() {
  const lines = readFileSync(at(LAST_RUN), 'utf8').trim().split('\n');
  const run = lines.map((line) => JSON.parse(line));
  const slow = slowAfter(measuredSeconds(), run, (file) => existsSync(at(file)));
  writeFileSync(at(MEASURED), `${JSON.stringify(slow, undefined, 2)}\n`);
  return Object.keys(slow).length;
}
