import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { checks, secondTriesOf } from '../../scripts/lib/checks.mjs';
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

it('names what passed only at the second try, and nothing else', () => {
  const file = path.join(__dirname, 'some.test.ts');
  const assertionResults = [
    { status: 'passed', fullName: 'at once', invocations: 1 },
    { status: 'passed', fullName: 'later', invocations: 2 },
    { status: 'failed', fullName: 'never', invocations: 2 },
    { status: 'pending', fullName: 'left out' },
  ];
  const report = { numPassedTests: 2, numFailedTests: 1, numRuntimeErrorTestSuites: 0 };
  const testResults = [{ name: file, message: '', assertionResults }];
  expect(secondTriesOf({ ...report, testResults })).toEqual(['__tests__/scripts/some.test.ts: later']);
});
