import { projectFiles, isThere, textOf } from './project-files';

interface Excerpt {
  document: string;
  source: string;
  /** What stands between lines that say `…`, which leave something out. */
  parts: string[];
}

/** Code in a document whose first line names the file it is taken from. */
function excerptsIn(document: string): Excerpt[] {
  const blocks = [...textOf(document).matchAll(/```ts\n\/\/ (\S+\.tsx?)\n([\s\S]*?)```/g)];
  return blocks.map(([, source = '', code = '']) => ({
    document,
    source,
    parts: code.split(/^\s*\/\/ …\n/m).filter((part) => part.trim() !== ''),
  }));
}

const excerpts = projectFiles()
  .filter((file) => file.endsWith('.md'))
  .flatMap(excerptsIn);

describe('code in the documentation', () => {
  it('is there', () => {
    expect(excerpts.length).toBeGreaterThan(1);
  });

  it.each(excerpts)('$document shows $source as it is', ({ source, parts }) => {
    expect(isThere(source)).toBe(true);
    expect(parts.filter((part) => !textOf(source).includes(part))).toEqual([]);
  });
});
