import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at } from '../lib/root.mjs';
import type { Mutant } from './find';

/** Where the instrumented copy of the project lies, and one as it is. */
export const TREE = at('.local/mutants/switched');
export const PLAIN = at('.local/mutants/plain');
/** Which mutant was reached by which test file, a line each. */
export const HITS = join(TREE, 'hits.tsv');

const COPIED = ['src', '__tests__', 'local', 'scripts', 'static', 'docs', 'bench', 'tools'];
const FILES = [
  'package.json',
  'tsconfig.json',
  'jest.config.mjs',
  'manifest.yml',
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'eslint.config.mjs',
];

/** Says which mutant is alive; where none is, notes which are reached by which test file. A declaration, since constants ask it. */
const SWITCH = `
function __m(n: number): boolean {
  const alive = Number(process.env['MUTANT'] ?? 0);
  if (alive !== 0) return alive === n;
  const seen = ((globalThis as any).__mutantsSeen ??= new Set());
  if (!seen.has(n)) {
    seen.add(n);
    const test = (globalThis as any).expect?.getState?.().testPath;
    if (test) require('node:fs').appendFileSync(process.env['MUTANT_HITS'], n + '\\t' + test + '\\n');
  }
  return false;
}
`;

/** Lays a copy of the project in which each mutant, numbered from 1, can be switched on by `MUTANT`. */
export function layTree(mutants: readonly Mutant[], textOf: (file: string) => string): void {
  [TREE, PLAIN].forEach(copyTo);
  const files = new Set(mutants.map(({ file }) => file));
  for (const file of files) {
    const own = mutants.flatMap((mutant, place) =>
      mutant.file === file ? [{ mutant, number: place + 1 }] : [],
    );
    writeFileSync(join(TREE, file), `${instrumented(textOf(file), own)}${SWITCH}`);
  }
}

function copyTo(tree: string): void {
  rmSync(tree, { recursive: true, force: true });
  mkdirSync(tree, { recursive: true });
  for (const name of [...COPIED, ...FILES]) {
    cpSync(at(name), join(tree, name), { recursive: true, filter: (path) => !path.endsWith('/dist') });
  }
  symlinkSync(at('node_modules'), join(tree, 'node_modules'));
}

/** The text with a switch at each mutant, the last first, so that the places of those before stay. */
export function instrumented(text: string, own: ReadonlyArray<{ mutant: Mutant; number: number }>): string {
  return [...own]
    .sort((one, other) => other.mutant.start - one.mutant.start)
    .reduce(
      (whole, { mutant, number }) =>
        whole.slice(0, mutant.start) + switched(mutant, number) + whole.slice(mutant.end),
      text,
    );
}

const switched = ({ before, after, statement }: Mutant, number: number): string =>
  statement ? `{ if (!__m(${number})) { ${before} } }` : `(__m(${number}) ? (${after}) : (${before}))`;
