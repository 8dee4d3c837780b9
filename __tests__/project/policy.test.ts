import { isThere, projectFiles, textOf } from './project-files';

const text = textOf('docs/policy.md');

interface Row {
  number: string;
  cells: string[];
}

/** Of each section of the policy, how many sentences or points it has; 0 is what stands before the first. */
const SENTENCES = [4, 6, 5, 3, 2, 4, 4, 2, 3, 1];
const STATUSES = ['kept', 'partly', 'not here'];

const rowsIn = (document: string): Row[] =>
  [...document.matchAll(/^\| (\d\.\d) +\|(.*)\|$/gm)].map(([, number = '', rest = '']) => ({
    number,
    cells: rest.split('|').map((cell) => cell.trim()),
  }));

const pathsIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path);

/** What is missing of a row: words, a file of the project, a test, a status. */
function faultsOf({ number, cells: [sentence, does, code = '', test = '', status = ''] }: Row): string[] {
  const tests = pathsIn(test);
  const paths = [...pathsIn(code), ...tests];
  const faults = [
    ...(sentence && does ? [] : ['no words']),
    ...(pathsIn(code).length > 0 ? [] : ['no code']),
    ...(tests.length > 0 && tests.every((path) => path.endsWith('.test.ts')) ? [] : ['no test']),
    ...(STATUSES.includes(status) ? [] : ['no status']),
    ...paths.filter((path) => !isThere(path)),
  ];
  return faults.map((fault) => `${number}: ${fault}`);
}

const rows = rowsIn(text);

describe('docs/policy.md', () => {
  it('has each sentence of the policy once, in order', () => {
    const numbers = SENTENCES.flatMap((count, section) =>
      Array.from({ length: count }, (_, at) => `${section}.${at + 1}`),
    );
    expect(rows.map(({ number }) => number)).toEqual(numbers);
  });

  it('says of each what the app does, in which code, and which test holds it', () => {
    expect(rows.flatMap(faultsOf)).toEqual([]);
  });

  it('is of the policy that the notice names', () => {
    const words = projectFiles().filter((file) => file.startsWith('src/privacy/notice/'));
    expect(words.map(textOf).join('')).toContain("POLICY_DATE = '2025-10-04'");
    expect(text).toContain('4 October 2025');
  });

  test.each([
    ['no code', '| 1.1 | words | words |  | `__tests__/notice/claims.test.ts` | kept |', ['no code']],
    ['no test', '| 1.1 | words | words | `manifest.yml` |  | kept |', ['no test']],
    ['a test that is none', '| 1.1 | words | words | `manifest.yml` | `manifest.yml` | kept |', ['no test']],
    [
      'a file that is gone',
      '| 1.1 | words | words | `src/gone.ts` | `__tests__/notice/claims.test.ts` | kept |',
      ['src/gone.ts'],
    ],
    [
      'another status',
      '| 1.1 | words | words | `manifest.yml` | `__tests__/notice/claims.test.ts` | soon |',
      ['no status'],
    ],
  ])('would be found out with %s', (_, line, faults) => {
    expect(rowsIn(line).flatMap(faultsOf)).toEqual(faults.map((fault) => `1.1: ${fault}`));
  });
});
