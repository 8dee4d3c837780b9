import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { at } from '../lib/root.mjs';
import { HITS, TREE } from './tree';
import { watchedJest } from './watched-jest';

const REPORT = join(TREE, 'report.json');
/** The last that was measured, for further samples. */
const KEPT = at('.local/mutants/reach.json');
const SILENCE_MS = 10 * 60_000;

/** Random histories come by nearly everything, and are run apart. */
export const HISTORIES = '__tests__/properties/';

interface Report {
  testResults: Array<{ name: string; status: string; startTime: number; endTime: number }>;
}

/** What a run of the tests without any fault shows; test files are named by their paths in the project. */
export interface Reach {
  /** Which test files come by which place in the code. */
  testsOf: Record<string, string[]>;
  /** How long each took. */
  msOf: Record<string, number>;
  /** Those that fail without any fault, which say nothing then. */
  failing: string[];
}

/** Runs all tests that depend on the files, once and without a fault, in a tree with probes. */
export async function measureReach(files: readonly string[], workers: number): Promise<Reach> {
  writeFileSync(HITS, '');
  const args = ['-w', String(workers), '--json', '--outputFile', REPORT, '--testPathIgnorePatterns'];
  await watchedJest({
    args: [...args, '/node_modules/', '(local-site|manifest)/', HISTORIES, '--findRelatedTests', ...files],
    silenceMs: SILENCE_MS,
    endsAtFailure: false,
  });
  const { testResults } = JSON.parse(readFileSync(REPORT, 'utf8')) as Report;
  const ran = testResults.map(({ name, ...result }) => ({ test: relative(TREE, name), ...result }));
  const failing = ran.filter(({ status }) => status !== 'passed').map(({ test }) => test);
  const msOf = Object.fromEntries(ran.map(({ test, startTime, endTime }) => [test, endTime - startTime]));
  const reach = { testsOf: hits(), msOf, failing };
  mkdirSync(dirname(KEPT), { recursive: true });
  writeFileSync(KEPT, JSON.stringify(reach));
  return reach;
}

/** @returns undefined where nothing was measured yet */
export const keptReach = (): Reach | undefined =>
  existsSync(KEPT) ? (JSON.parse(readFileSync(KEPT, 'utf8')) as Reach) : undefined;

function hits(): Record<string, string[]> {
  const testsOf: Record<string, string[]> = {};
  for (const line of readFileSync(HITS, 'utf8').trim().split('\n')) {
    const [place = '', test = ''] = line.split('\t');
    (testsOf[place] ??= []).push(relative(TREE, test));
  }
  return testsOf;
}
