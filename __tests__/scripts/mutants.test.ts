import { mutantsOf } from '../../scripts/mutants/find';
import { inOrder } from '../../scripts/mutants/noticing';
import { placeAt, probed } from '../../scripts/mutants/probes';
import { instrumented } from '../../scripts/mutants/tree';

const CODE = `import { a } from "./a";
export async function f(n: 1 | 2, on: boolean): Promise<string> {
  if (!on && n >= 2) await a(n);
  a(n === 1 ? 3 : 4_000);
  return 'x' + 'y';
}
`;

const faults = mutantsOf('src/f.ts', CODE);

test('each kind of small fault is found where it could be, and none in types or words', () => {
  expect(
    faults.map(({ before, after, statement }) => (statement ? `${before} gone` : `${before} as ${after}`)),
  ).toEqual([
    '!on && n >= 2 as !on || n >= 2',
    '!on as on',
    'n >= 2 as n > 2',
    '2 as 2 + 1',
    'await a(n); gone',
    'await a(n) as a(n)',
    'a(n === 1 ? 3 : 4_000); gone',
    'n === 1 ? 3 : 4_000 as 3',
    'n === 1 ? 3 : 4_000 as 4_000',
    'n === 1 as n !== 1',
    '1 as 1 + 1',
    '3 as 3 + 1',
    '4_000 as 400',
  ]);
});

test('a fault is behind a switch, and everything else as it was', () => {
  const [and, , , , , wait, , choice] = faults;
  if (!and || !wait || !choice) throw new Error('the faults above are missing');
  const text = instrumented(CODE, [
    { mutant: and, number: 1 },
    { mutant: wait, number: 2 },
    { mutant: choice, number: 3 },
  ]);
  expect(text).toBe(
    CODE.replace('!on && n >= 2', '(__m(1) ? (!on || n >= 2) : (!on && n >= 2))')
      .replace('await a(n)', '(__m(2) ? (a(n)) : (await a(n)))')
      .replace('n === 1 ? 3 : 4_000', '(__m(3) ? (3) : (n === 1 ? 3 : 4_000))'),
  );
});

test('a fault that takes a statement away leaves the else of the if before it where it was', () => {
  const code = 'if (a) b(); else c();';
  const statement = mutantsOf('src/f.ts', code).find(({ before }) => before === 'b();');
  if (!statement) throw new Error('the fault is missing');
  expect(instrumented(code, [{ mutant: statement, number: 1 }])).toBe(
    'if (a) { if (!__m(1)) { b(); } } else c();',
  );
});

const FUNCTIONS = `const most = 3;
export const f = (n: number) => [n].map((one) => ({ one }));
export function g() { return f(most); }
`;

test('each function has a probe, and a place is named by its declaration and which function of it', () => {
  expect(probed('src/f.ts', FUNCTIONS).split('\n').slice(0, 5)).toEqual([
    'const most = 3;',
    "export const f = (n: number) => (__r('src/f.ts#f/0'), [n].map((one) => (__r('src/f.ts#f/1'), ({ one }))));",
    "export function g() { __r('src/f.ts#g/0'); return f(most); }",
    '',
    "__r('src/f.ts');",
  ]);
  const placeOf = (text: string): string => placeAt('src/f.ts', FUNCTIONS, FUNCTIONS.indexOf(text));
  expect(['3;', '[n]', '{ one }', 'f(most)'].map(placeOf)).toEqual([
    'src/f.ts',
    'src/f.ts#f/0',
    'src/f.ts#f/1',
    'src/f.ts#g/0',
  ]);
});

test('the tests that stand for a file come before others that are as quick', () => {
  const msOf = { '__tests__/a/slow.test.ts': 9, '__tests__/b/quick.test.ts': 4, '__tests__/b/f.test.ts': 20 };
  expect(inOrder('src/a/f.ts', Object.keys(msOf).sort(), msOf)).toEqual([
    '__tests__/b/f.test.ts',
    '__tests__/a/slow.test.ts',
    '__tests__/b/quick.test.ts',
  ]);
});
