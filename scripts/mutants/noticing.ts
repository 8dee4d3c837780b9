import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Mutant } from './find';
import { HISTORIES, type Reach } from './reach';
import { TREE } from './tree';
import { watchedJest } from './watched-jest';

const ORDER = join(TREE, 'scripts/mutants/given-order.cjs');
/** A fault may make a loop endless: a file that takes so much longer than without it has noticed. */
const PATIENCE_MS = 60_000;
const TIMES_LONGER = 6;
const HISTORIES_MS = 20 * 60_000;

/** What the tests say to a fault. */
export interface Verdict {
  /** The test file that noticed it, or that one did not come to an end. */
  by?: string;
  /** Files that were run, of those that come by the fault. */
  tried: number;
  reaching: number;
}

export interface Trial {
  number: number;
  mutant: Mutant;
  /** Where in the code it is. */
  place: string;
}

/**
 * Runs the test files that come by a mutant until one fails: those that stand for its file, then the quick ones, and no
 * more than take `budgetMs` together.
 */
export async function noticedByTests(trial: Trial, reach: Reach, budgetMs: number): Promise<Verdict> {
  const reaching = inOrder(trial.mutant.file, candidates(trial, reach), reach.msOf);
  const tests = within(budgetMs, reaching, reach.msOf);
  const counts = { tried: tests.length, reaching: reaching.length };
  const longest = Math.max(0, ...tests.map((test) => reach.msOf[test] ?? 0));
  const by = await firstFailing(trial.number, tests, PATIENCE_MS + TIMES_LONGER * longest);
  return by === undefined ? counts : { ...counts, by };
}

/** Runs the random histories. */
export function noticedByHistories({ number }: Trial): Promise<string | undefined> {
  const tests = testsIn(HISTORIES).sort();
  return firstFailing(number, tests, HISTORIES_MS);
}

async function firstFailing(
  number: number,
  tests: readonly string[],
  silenceMs: number,
): Promise<string | undefined> {
  if (tests.length === 0) return undefined;
  const paths = tests.map((test) => join(TREE, test));
  const outcome = await watchedJest({
    args: ['-i', '--forceExit', '--testSequencer', ORDER, '--runTestsByPath', ...paths],
    env: { MUTANT: String(number), MUTANT_TESTS: paths.join('\n') },
    silenceMs,
    endsAtFailure: true,
  });
  if (outcome.kind === 'passed') return undefined;
  return outcome.kind === 'silent' ? 'a test that does not end' : outcome.test;
}

/** The test files that came by the place, and those that stand for its file, which may be newer than the measurement. */
function candidates({ mutant: { file }, place }: Trial, { testsOf, msOf, failing }: Reach): string[] {
  const near = testsIn(mirrorOf(file)).filter((test) => nearness(file, test) === 2);
  // Of a place that is new since then, all that load its file may come by it.
  const came = testsOf[place] ?? testsOf[file] ?? Object.keys(msOf);
  const tests = new Set([...near, ...came]);
  return [...tests].filter((test) => !failing.includes(test) && existsSync(join(TREE, test)));
}

/** Test files, the likeliest to notice a fault in `file` for the time they take first. */
export function inOrder(file: string, tests: readonly string[], msOf: Record<string, number>): string[] {
  const cost = (test: string): number => (msOf[test] ?? 0) / LIKELIER[nearness(file, test)];
  return [...tests].sort((one, other) => cost(one) - cost(other));
}

const LIKELIER = [1, 3, 10] as const;

/** How likely a test is to stand for a file: by its name, by a folder of it, or by neither. */
function nearness(file: string, test: string): 0 | 1 | 2 {
  if (basename(test).startsWith(basename(file, '.ts'))) return 2;
  const isInFolder = dirname(test) === mirrorOf(file);
  return isInFolder || foldersOf(file).some((folder) => basename(test).startsWith(folder)) ? 1 : 0;
}

/** What is in them is often tested as behaviour, under their names. */
const foldersOf = (file: string): string[] => dirname(file).split('/').slice(2);

const mirrorOf = (file: string): string => dirname(file).replace(/^src/, '__tests__');

function testsIn(folder: string): string[] {
  if (!existsSync(join(TREE, folder))) return [];
  return readdirSync(join(TREE, folder))
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

function within(budgetMs: number, tests: readonly string[], msOf: Record<string, number>): string[] {
  let left = budgetMs;
  return tests.filter((test) => {
    left -= msOf[test] ?? 0;
    return left >= 0;
  });
}
