import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import type { Mutant } from './find';
import { HITS, TREE } from './tree';

const JEST = join(TREE, 'node_modules/jest/bin/jest.js');
const REPORT = join(TREE, 'report.json');
/** Test files that are run at once for one mutant: most are noticed by the first. */
const FILES_AT_ONCE = [1, 3, 12, Infinity];

interface Report {
  testResults: Array<{ name: string; startTime: number; endTime: number }>;
}

const seconds = new Map<string, number>();

/** Runs every test without a fault once: which test files reach which mutant. @throws where a test fails by itself */
export function findReached(): ReadonlyMap<number, string[]> {
  writeFileSync(HITS, '');
  const ended = runJest(['-w', String(cpus().length), '--json', '--outputFile', REPORT], {});
  if (ended !== 0) throw new Error('Some tests fail without any fault: mend them first.');
  const { testResults } = JSON.parse(readFileSync(REPORT, 'utf8')) as Report;
  for (const { name, startTime, endTime } of testResults) seconds.set(name, endTime - startTime);
  const reached = new Map<number, string[]>();
  for (const line of readFileSync(HITS, 'utf8').trim().split('\n')) {
    const [number = '', file = ''] = line.split('\t');
    const files = reached.get(Number(number)) ?? [];
    if (!files.includes(file)) reached.set(Number(number), [...files, file]);
  }
  return reached;
}

/** The test file that failed under the mutant, if one did: those that stand for its file first, then the quick ones. */
export function noticedByTests(
  number: number,
  { file }: Mutant,
  tests: readonly string[],
): string | undefined {
  const near = (test: string): number => nearness(file, relative(TREE, test));
  const waiting = [...tests].sort((one, other) => near(other) - near(one) || timeOf(one) - timeOf(other));
  for (const count of FILES_AT_ONCE) {
    const next = waiting.splice(0, count);
    if (next.length === 0) break;
    if (runJest(['-w', '2', '--bail', '--runTestsByPath', ...next], { MUTANT: String(number) }) !== 0) {
      return next.length === 1 ? relative(TREE, next[0] ?? '') : `one of ${next.length} test files`;
    }
  }
  return undefined;
}

const timeOf = (test: string): number => seconds.get(test) ?? 0;

/** How much of its path a test shares with what it stands for. */
function nearness(file: string, test: string): number {
  const folder = dirname(file).replace(/^src/, '__tests__');
  if (basename(test).startsWith(basename(file, '.ts'))) return 3;
  if (dirname(test) === folder) return 2;
  return test.startsWith(folder.split('/').slice(0, 2).join('/')) ? 1 : 0;
}

function runJest(args: string[], env: Record<string, string>): number {
  if (!existsSync(JEST)) throw new Error('The project is not installed.');
  const { status } = spawnSync(process.execPath, [JEST, '--selectProjects', 'node', '--silent', ...args], {
    cwd: TREE,
    env: { ...process.env, MUTANT_HITS: HITS, ...env },
    stdio: 'ignore',
    timeout: 15 * 60_000,
  });
  return status ?? 1;
}
