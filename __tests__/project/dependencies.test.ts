import { textOf } from './project-files';

const { dependencies, devDependencies } = JSON.parse(textOf('package.json')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;
const installed = Object.keys({ ...dependencies, ...devDependencies });
const text = textOf('docs/architecture.md');

/** Packages that the tables of dependencies name: the code words in the first cell of a row. */
function namedPackages(): string[] {
  const chapter = text.split(/^## Dependencies$/m)[1]?.split(/^## /m)[0] ?? '';
  const firstCells = [...chapter.matchAll(/^\|([^|]+)\|/gm)].map(([, cell = '']) => cell);
  return firstCells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
}

describe('the chapter on dependencies in docs/architecture.md', () => {
  it('gives each dependency of package.json a reason', () => {
    const named = new Set(namedPackages());
    expect(installed.filter((name) => !named.has(name))).toEqual([]);
  });

  it('names nothing that is not installed', () => {
    expect(namedPackages().filter((name) => !installed.includes(name))).toEqual([]);
  });
});
