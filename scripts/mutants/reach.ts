import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { HITS, TREE } from './tree';
import { watchedJest } from './watched-jest';

const REPORT = join(TREE, 'report.json');
const SILENCE_MS = 10 * 60_000;

interface Report {
  testResults: Array<{ name: string; status: string; startTime: number; endTime: number }>;
}

/** What a run of the tests without any fault shows. */
export interface Reach {
  /** Which test files come by which mutant. */
  testsOf: ReadonlyMap<number, string[]>;
  /** How long each took. */
  msOf: ReadonlyMap<string, number>;
  /** Those that fail without any fault, which say nothing then. */
  failing: string[];
}

/** Runs all tests that depend on the files, once and without a fault. */
export async function findReach(files: readonly string[], workers: number): Promise<Reach> {
  writeFileSync(HITS, '');
  const args = ['-w', String(workers), '--json', '--outputFile', REPORT, '--findRelatedTests', ...files];
  await watchedJest({ args, silenceMs: SILENCE_MS, endsAtFailure: false });
  const { testResults } = JSON.parse(readFileSync(REPORT, 'utf8')) as Report;
  const failing = testResults.filter(({ status }) => status !== 'passed').map(({ name }) => name);
  return {
    testsOf: hitsWithout(new Set(failing)),
    msOf: new Map(testResults.map(({ name, startTime, endTime }) => [name, endTime - startTime])),
    failing: failing.map((name) => relative(TREE, name)),
  };
}

function hitsWithout(failing: ReadonlySet<string>): Map<number, string[]> {
  const testsOf = new Map<number, string[]>();
  for (const line of readFileSync(HITS, 'utf8').trim().split('\n')) {
    const [number = '', test = ''] = line.split('\t');
    if (failing.has(test)) continue;
    const tests = testsOf.get(Number(number)) ?? [];
    if (!tests.includes(test)) testsOf.set(Number(number), [...tests, test]);
  }
  return testsOf;
}
