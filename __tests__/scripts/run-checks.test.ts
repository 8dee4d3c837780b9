import { setTimeout as wait } from 'node:timers/promises';
import { checks, withSecondTry } from '../../scripts/lib/checks.mjs';
import { runChecks } from '../../scripts/lib/run-checks.mjs';

let story: string[];

beforeEach(() => {
  story = [];
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
});

afterEach(() => jest.restoreAllMocks());

const check = (name: string, after: string[], ms: number) => ({
  name,
  title: name,
  after,
  run: async () => {
    story.push(`${name} begins`);
    await wait(ms);
    story.push(`${name} ends`);
    return { passed: 1, failed: 0, failures: [name], output: '' };
  },
});

describe('checks', () => {
  it('begin when those they come after are done, and not before', async () => {
    const results = await runChecks([
      check('slow', [], 80),
      check('quick', [], 1),
      check('next', ['quick'], 1),
      check('last', ['slow', 'next'], 1),
    ]);
    expect(story).toEqual([
      'slow begins',
      'quick begins',
      'quick ends',
      'next begins',
      'next ends',
      'slow ends',
      'last begins',
      'last ends',
    ]);
    expect(results.flatMap(({ failures }) => failures)).toEqual(['slow', 'quick', 'next', 'last']);
  });

  it('do not wait for what was not asked for', async () => {
    await runChecks([check('alone', ['never asked for'], 1)]);
    expect(story).toEqual(['alone begins', 'alone ends']);
  });

  it('stand behind those they come after', () => {
    const names = checks.map(({ name }) => name);
    const behind = checks.map(({ name, after }) =>
      after.every((one) => names.indexOf(one) < names.indexOf(name)),
    );
    expect(new Set(behind)).toEqual(new Set([true]));
    expect(checks.filter(({ after }) => after.some((one) => !names.includes(one)))).toEqual([]);
  });
});

describe('a second try', () => {
  const FILE = '__tests__/scripts/run-checks.test.ts';
  const OTHER = '__tests__/scripts/commands.test.ts';
  const result = (passed: number, failures: string[]) => ({
    passed,
    failed: failures.length,
    failures,
    output: '',
  });

  it('runs the files in which tests failed, and says what passed only then', async () => {
    const runFiles = jest.fn(async () => result(9, [`${OTHER}: never`]));
    const first = {
      ...result(20, [`${FILE}: later`, `${OTHER}: later, too`, `${OTHER}: never`]),
      output:
        'PASS a\nFAIL b\n  ● later\n\n    Timeout\nPASS c\n\nSummary of all failing tests\nFAIL b\n  ● later\n\nTests: 1\n',
    };
    await expect(withSecondTry(first, runFiles)).resolves.toMatchObject({
      passed: 22,
      failed: 1,
      failures: [`${OTHER}: never`],
    });
    expect(runFiles.mock.calls).toEqual([[[FILE, OTHER]]]);
    expect(jest.mocked(console.log).mock.calls.flat()).toEqual([
      `Passed only at the second try: ${FILE}: later`,
      `Passed only at the second try: ${OTHER}: later, too`,
      'FAIL b\n  ● later\n\n    Timeout',
    ]);
  });

  it('is not for what passed, for many files, nor for what is no file', async () => {
    const runFiles = jest.fn(async () => result(1, []));
    const many = ['browser', 'commands', 'evidence', 'install', 'lock'].map(
      (name) => `__tests__/scripts/${name}.test.ts: failed`,
    );
    for (const failures of [[], many, ['jest gave no result for browser']]) {
      const first = result(3, failures);
      await expect(withSecondTry(first, runFiles)).resolves.toBe(first);
    }
    expect(runFiles).not.toHaveBeenCalled();
  });
});
