import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at } from '../lib/root.mjs';
import type { Mutant } from './find';

/** Where the copy of the project lies in which tests run, and one as it is. */
export const TREE = at('.local/mutants/switched');
export const PLAIN = at('.local/mutants/plain');
/** Which place in the code which test file came by, a line each. */
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
  '.oxlintrc.json',
];

/** Says which mutant is alive. A declaration, since constants ask it. */
const SWITCH = `
function __m(n: number): boolean {
  return Number(process.env['MUTANT'] ?? 0) === n;
}
`;

/** Lays a copy of the project as it is now: all of a sample is about this one, whatever changes meanwhile. */
export const layPlain = (): void => copyTo(PLAIN, at('.'));

/** Lays a copy of that to run tests in, with another text for those files of `src/` for which one is given. */
export function layTree(textInstead: (file: string) => string | undefined): void {
  copyTo(TREE, PLAIN);
  for (const file of filesIn('src')) {
    const text = textInstead(file);
    if (text !== undefined) writeFileSync(join(TREE, file), text);
  }
}

/** The files of TypeScript in a folder of the project. */
export const filesIn = (folder: string): string[] =>
  readdirSync(join(PLAIN, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
    .sort();

/** What is in a file of the project. */
export const textOf = (file: string): string => readFileSync(join(PLAIN, file), 'utf8');

/** The file with its mutants, each of which `MUTANT` switches on by its number in the sample, from 1. */
export function switchedIn(file: string, sample: readonly Mutant[]): string | undefined {
  const own = sample.flatMap((mutant, at) => (mutant.file === file ? [{ mutant, number: at + 1 }] : []));
  return own.length > 0 ? `${instrumented(textOf(file), own)}${SWITCH}` : undefined;
}

function copyTo(tree: string, from: string): void {
  rmSync(tree, { recursive: true, force: true });
  mkdirSync(tree, { recursive: true });
  for (const name of [...COPIED, ...FILES]) {
    cpSync(join(from, name), join(tree, name), {
      recursive: true,
      filter: (path) => !path.endsWith('/dist'),
    });
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
