import { rulesHit } from './rules-hit';

const lines = (count: number) => 'export {};\n'.repeat(count);
const long = `export function long() {\n${'  run();\n'.repeat(60)}}\n`;
const branches = Array.from({ length: 12 }, (_, i) => `  if (a === ${i}) return ${i};`).join('\n');

const refused: [what: string, rule: string, file: string, code: string][] = [
  ['a name that is not kebab-case', 'house/file-name', 'src/privacy/DataMap.ts', 'export {};'],
  ['a name with an underscore', 'house/file-name', 'static/panel/log_time.tsx', 'export {};'],
  ['a file of leftovers', 'house/file-name', 'local/utils.ts', 'export {};'],
  ['any', '@typescript-eslint/no-explicit-any', 'src/privacy/a.ts', 'export const a: any = 1;'],
  ['a silenced type error', '@typescript-eslint/ban-ts-comment', 'local/a.ts', '// @ts-ignore\nexport {};'],
  [
    'a rule that is switched off',
    'no-warning-comments',
    'local/a.ts',
    '// oxlint-disable-next-line\nexport {};',
  ],
  ['a file of 251 lines', 'max-lines', '__tests__/long.test.ts', lines(251)],
  ['a function of 62 lines', 'max-lines-per-function', 'src/privacy/a.ts', long],
  ['a function of 13 ways', 'complexity', 'bench/a.ts', `export function f(a: number) {\n${branches}\n}`],
  [
    'state at module level',
    'no-restricted-syntax',
    'src/storage/a.ts',
    'let tenant = 1;\nexport { tenant };',
  ],
  [
    'a call that outlives its function',
    'no-restricted-syntax',
    'src/resolvers/a.ts',
    'export const a = (calls: Promise<void>[]) => Promise.all(calls);',
  ],
  [
    'a listing that ends by its own count',
    'no-restricted-syntax',
    'src/storage/a.ts',
    'export const a = (page: { nextCursor?: string }) => page.nextCursor;',
  ],
  ['exported state', 'no-restricted-syntax', 'src/storage/a.ts', 'export let tenant = 1;'],
  [
    'a way out',
    'no-restricted-globals',
    'src/atlassian/a.ts',
    "export const a = () => fetch('https://x.test');",
  ],
  [
    'a test left alone',
    'jest/no-focused-tests',
    '__tests__/a.test.ts',
    "it.only('x', () => { expect(1).toBe(1); });",
  ],
  [
    'a test that is skipped',
    'jest/no-disabled-tests',
    '__tests__/a.test.ts',
    "it.skip('x', () => { expect(1); });",
  ],
  ['a test that cannot fail', 'jest/expect-expect', '__tests__/a.test.ts', "it('x', () => {});"],
  [
    'a hook under a condition',
    'react-hooks/rules-of-hooks',
    'static/admin/a.tsx',
    "import { useState } from 'react';\nexport const A = (p: { on: boolean }) => { if (p.on) useState(1); return null; };",
  ],
  [
    'an effect that gives back what the browser answers',
    'no-restricted-syntax',
    'static/shared/a.ts',
    "import { useEffect } from 'react';\nexport const useTop = (box: HTMLElement) => { useEffect(() => box.scrollTo(0, 0), [box]); };",
  ],
];

describe('the house rules', () => {
  const hits = rulesHit(refused.map(([, , file, code]) => ({ file, code })));
  it.each(refused.map(([what, rule], index) => ({ what, rule, index })))(
    'refuse $what',
    ({ rule, index }) => {
      expect(hits[index]).toContain(rule);
    },
  );

  it('let plain code pass', () => {
    const code = 'export const double = (n: number): number => n * 2;\n';
    const files = [
      'src/privacy/double.ts',
      'static/shared/double.ts',
      'local/main.ts',
      'bench/double-run.ts',
    ];
    expect(rulesHit(files.map((file) => ({ file, code })))).toEqual(files.map(() => []));
  });
});
