import { projectFiles, textFiles, textOf } from './project-files';

const MOST_LINES = 250;
const CODE = /^(src|static|local|bench|scripts|__tests__)\/.*\.(tsx?|m[jt]s|cjs|js|css|html)$/;
/** Names that tools ask for. */
const GIVEN_NAMES = /^(README|LICENSE|CHANGELOG|CONTRIBUTING|NOTICE)(\.md)?$/;
const KEBAB_CASE = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;

const files = textFiles();
const lineCount = (file: string) => textOf(file).replace(/\n$/, '').split('\n').length;

// In pieces, so that this file does not hold what it looks for.
const NOWHERE = [
  ['/wo', 'rk/'],
  ['/tm', 'p/brief'],
  ['TO', 'DO:'],
  ['FIX', 'ME'],
].map((parts) => parts.join(''));
const OUTSIDE_OF_PAGES = ['../sha', 'red'].join('');
const pageCode = /^(static|__tests__\/(static|lint))\//;

describe('the files of the project', () => {
  it('are named in kebab-case', () => {
    const names = projectFiles().map((file) => file.split('/').at(-1) ?? file);
    expect(names.filter((name) => !KEBAB_CASE.test(name) && !GIVEN_NAMES.test(name))).toEqual([]);
  });

  it(`have at most ${MOST_LINES} lines where they are code`, () => {
    const code = files.filter((file) => CODE.test(file));
    expect(code.length).toBeGreaterThan(50);
    expect(code.filter((file) => lineCount(file) > MOST_LINES)).toEqual([]);
  });

  it.each(NOWHERE)('do not say %s', (words) => {
    expect(files.filter((file) => textOf(file).includes(words))).toEqual([]);
  });

  it('name no folder beside the project', () => {
    const others = files.filter((file) => !pageCode.test(file));
    expect(others.filter((file) => textOf(file).includes(OUTSIDE_OF_PAGES))).toEqual([]);
  });
});
