import { mutantsOf } from '../../scripts/mutants/find';
import { instrumented } from '../../scripts/mutants/tree';

const CODE = `
import { a } from './a';
export async function f(n: 1 | 2, on: boolean): Promise<string> {
  if (!on && n >= 2) await a(n);
  a(n === 1 ? 3 : 4);
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
    'a(n === 1 ? 3 : 4); gone',
    'n === 1 ? 3 : 4 as 3',
    'n === 1 ? 3 : 4 as 4',
    'n === 1 as n !== 1',
    '1 as 1 + 1',
    '3 as 3 + 1',
    '4 as 4 + 1',
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
      .replace('n === 1 ? 3 : 4', '(__m(3) ? (3) : (n === 1 ? 3 : 4))'),
  );
});
