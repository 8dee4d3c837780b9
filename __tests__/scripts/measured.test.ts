import { at } from '../../scripts/lib/root.mjs';
import {
  measuredSeconds,
  OF_THE_BUILD,
  quickTests,
  slowAfter,
  SLOW_SECONDS,
} from '../../scripts/lib/measured.mjs';
import LongestFirst from '../../scripts/lib/longest-first.cjs';
import { isThere } from '../project/project-files';

const slow = measuredSeconds();

describe('the list of slow tests', () => {
  it('names files that exist: after a move, run `npm run measure`', () => {
    expect([...Object.keys(slow), ...OF_THE_BUILD].filter((file) => !isThere(file))).toEqual([]);
  });

  it('is what the quick tests leave out, and nothing else of the unit tests is left out', () => {
    const quick = quickTests();
    expect(quick).toContain('__tests__/scripts/measured.test.ts');
    expect(quick.filter((file) => file in slow || /^__tests__\/(local-site|manifest)\//.test(file))).toEqual(
      [],
    );
  });

  it('takes what a run says, keeps what it left out, and forgets what is gone', () => {
    const before = { kept: 3, faster: 9, gone: 4 };
    const run = [
      { file: 'faster', seconds: SLOW_SECONDS / 2 },
      { file: 'slower', seconds: 7.3 },
      { file: 'quick', seconds: 0.1 },
    ];
    expect(slowAfter(before, run, (file) => file !== 'gone')).toEqual({ kept: 3, slower: 7.5 });
  });
});

test('the slowest files are begun first, and others after them', () => {
  const [[slowest = ''] = [], [second = ''] = []] = Object.entries(slow).sort(
    ([, one], [, other]) => other - one,
  );
  const tests = ['__tests__/scripts/measured.test.ts', second, slowest].map((file) => ({
    path: at(file),
    context: {
      config: { id: 'node', cacheDirectory: at('.local/test'), haste: {} },
      hasteFS: { getSize: () => 1 },
    },
  }));
  const sequencer = new LongestFirst();
  expect(sequencer.sort(tests).map(({ path }) => path)).toEqual([
    at(slowest),
    at(second),
    at('__tests__/scripts/measured.test.ts'),
  ]);
});
