import { nodeLine } from '../../scripts/lib/node-line.mjs';
import { worldsOf } from '../../scripts/lib/types.mjs';

describe('the worlds whose types a change can break', () => {
  it.each([
    [[], []],
    [['src/app.ts'], ['.', 'static', '__tests__']],
    [['static/panel/main.tsx'], ['static', '__tests__']],
    [['bench/scan.ts'], ['local', '__tests__']],
    [['eslint.config.mjs'], ['scripts', '__tests__']],
    [['__tests__/scripts/quick.test.ts'], ['__tests__']],
  ])('of %j are %j', (files, worlds) => {
    expect(worldsOf(files)).toEqual(worlds);
  });
});

describe('the first line of the tests', () => {
  it.each([
    ['24.3.0', 'Node 24.3.0, as deployed.'],
    ['20.19.0', 'Node 20.19.0; deployed, the app runs on Node 24.'],
  ])('under Node %s', (version, line) => {
    expect(nodeLine(version)).toBe(line);
  });
});
