import path from 'node:path';
import { isFolder, isThere, projectFiles, textOf } from './project-files';

const documents = projectFiles().filter((file) => file.endsWith('.md'));
const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };

interface Link {
  from: string;
  to: string;
}

const withoutCode = (text: string) => text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');

/** Links and pictures that stay in the project. */
function linksIn(from: string): Link[] {
  const found = [...withoutCode(textOf(from)).matchAll(/\]\(([^)\s]+)[^)]*\)|<img[^>]+src="([^"]+)"/g)];
  const addresses = found.map(([, link, picture]) => link ?? picture ?? '');
  return addresses.filter((to) => !/^[a-z]+:/i.test(to)).map((to) => ({ from, to }));
}

/** The address of a heading, as GitHub makes it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

function anchorsOf(document: string): string[] {
  const text = textOf(document).replace(/```[\s\S]*?```/g, '');
  return [...text.matchAll(/^#{1,6}\s+(.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
}

function leadsSomewhere({ from, to }: Link): boolean {
  const [address = '', anchor] = to.split('#');
  const target = address === '' ? from : path.posix.join(path.posix.dirname(from), decodeURI(address));
  if (!isThere(target)) return false;
  return anchor === undefined || isFolder(target) || anchorsOf(target).includes(anchor);
}

describe('the documentation', () => {
  it('links only to what is there', () => {
    const dead = documents.flatMap(linksIn).filter((link) => !leadsSomewhere(link));
    expect(dead).toEqual([]);
  });

  it('names only commands that there are', () => {
    const named = documents.flatMap((file) => [...textOf(file).matchAll(/\bnpm run ([a-z:-]+)/g)]);
    const names = [...new Set(named.map(([, name = '']) => name))];
    expect(names.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('begins with the two commands', () => {
    const blocks = [...textOf('README.md').matchAll(/```\w*\n([\s\S]*?)```/g)];
    const lines = blocks.flatMap(([, block = '']) => block.split('\n')).map((line) => line.trim());
    const commands = lines.filter((line) => line !== '' && !/^(#|git |cd )/.test(line));
    expect(commands.slice(0, 2).map((line) => line.replace(/\s*#.*$/, ''))).toEqual([
      'npm start',
      'npm test',
    ]);
  });
});
