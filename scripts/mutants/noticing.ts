import { basename, dirname, join, relative } from 'node:path';
import type { Mutant } from './find';
import type { Reach } from './reach';
import { TREE } from './tree';
import { watchedJest } from './watched-jest';

const ORDER = join(TREE, 'scripts/mutants/given-order.cjs');
/** A fault may make a loop endless: a file that takes so much longer than without it has noticed. */
const PATIENCE_MS = 40_000;
const TIMES_LONGER = 6;

/** What the tests say to a fault. */
export interface Verdict {
  /** The test file that noticed it, or that it did not come to an end. */
  by?: string;
  /** Files that were run, of those that reach the fault. */
  tried: number;
  reaching: number;
}

/**
 * Runs the test files that come by a mutant until one fails: those that stand for its file, then the quick ones, then
 * the histories, and no more than take `budgetMs` together.
 */
export async function noticedByTests(
  number: number,
  mutant: Mutant,
  reach: Reach,
  budgetMs: number,
): Promise<Verdict> {
  const reaching = reach.testsOf.get(number) ?? [];
  const tests = within(budgetMs, inOrder(mutant.file, reaching, reach.msOf), reach.msOf);
  const counts = { tried: tests.length, reaching: reaching.length };
  if (tests.length === 0) return counts;
  const longest = Math.max(...tests.map((test) => reach.msOf.get(test) ?? 0));
  const outcome = await watchedJest({
    args: ['-i', '--forceExit', '--testSequencer', ORDER, '--runTestsByPath', ...tests],
    env: { MUTANT: String(number), MUTANT_TESTS: tests.join('\n') },
    silenceMs: PATIENCE_MS + TIMES_LONGER * longest,
    endsAtFailure: true,
  });
  if (outcome.kind === 'passed') return counts;
  return { ...counts, by: outcome.kind === 'silent' ? 'a test that does not end' : outcome.test };
}

/** Test files, the likeliest and quickest to notice a fault in `file` first. */
export function inOrder(
  file: string,
  tests: readonly string[],
  msOf: ReadonlyMap<string, number>,
): string[] {
  const rank = (test: string): number => -nearness(file, relative(TREE, test));
  return [...tests].sort(
    (one, other) => rank(one) - rank(other) || (msOf.get(one) ?? 0) - (msOf.get(other) ?? 0),
  );
}

/** How likely a test is to stand for a file: by its name, by its folder, or by neither; random histories come last. */
function nearness(file: string, test: string): number {
  if (test.startsWith('__tests__/properties/')) return -1;
  if (basename(test).startsWith(basename(file, '.ts'))) return 2;
  return dirname(test) === dirname(file).replace(/^src/, '__tests__') ? 1 : 0;
}

function within(budgetMs: number, tests: readonly string[], msOf: ReadonlyMap<string, number>): string[] {
  let left = budgetMs;
  return tests.filter((test) => {
    const ms = msOf.get(test) ?? 0;
    if (ms > left) return false;
    left -= ms;
    return true;
  });
}
