import path from 'node:path';
import { isFolder, isThere, projectFiles, textOf } from './project-files';

const files = projectFiles();
const documents = files.filter((file) => file.endsWith('.md'));
const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };

interface Link {
  from: string;
  to: string;
}

/** The documents that explain something: those in `docs/`. README shows all of it, CHANGELOG lists. */
const explaining = documents.filter((file) => file.startsWith('docs/'));
const forSomebody = [...explaining, 'CONTRIBUTING.md'];
const MOST_WORDS = 100;
/** Pages for those who judge the app without having made it. */
const FOR_OUTSIDERS = [
  'breach',
  'data-processing',
  'impact-assessment',
  'policy',
  'privacy',
  'works-council',
].map((name) => `docs/${name}.md`);
const MOST_WORDS_A_SENTENCE = 25;
/** A file or folder of the project, from its root, or the name of a file alone. */
const OWN_FILE =
  /`((?:src|static|local|bench|scripts|tools|__tests__|docs)\/[\w./-]*|[\w-]+\.(?:tsx?|mjs))`/g;

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

/** The first line of a document below its title. */
const firstLine = (document: string): string =>
  textOf(document)
    .split('\n')
    .slice(1)
    .find((line) => line.trim() !== '') ?? '';

/** What the last line of a document names as the place of its code; nothing where the line is another. */
function codeOf(document: string): string[] {
  const last = textOf(document).trimEnd().split('\n').at(-1) ?? '';
  if (!last.startsWith('Code: ')) return [];
  return [...last.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file);
}

/** Paragraphs, items of lists and cells of tables, without code and what a program wrote. */
function blocksOf(document: string): string[] {
  const prose = textOf(document)
    .replace(/```[\s\S]*?```/g, '')
    .replace(/<!-- data sets: begin[\s\S]*?data sets: end -->/g, '');
  const blocks = prose.split(/\n\s*\n|\n(?=\s*(?:[-*]|\d+\.) )|\n(?=\|)/);
  return blocks.flatMap((block) => (block.trim().startsWith('|') ? block.split('|') : [block]));
}

const wordsOf = (block: string): number =>
  block.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

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

  it('says in the first line for whom each page is', () => {
    expect(forSomebody.length).toBeGreaterThan(5);
    expect(forSomebody.filter((file) => !firstLine(file).startsWith('For '))).toEqual([]);
  });

  it('names at the end of each explanation the code that does it', () => {
    expect(explaining.filter((file) => codeOf(file).length === 0)).toEqual([]);
    const gone = explaining.flatMap((file) => codeOf(file).filter((named) => !isThere(named)));
    expect(gone).toEqual([]);
  });

  it('names only files and folders that are there', () => {
    const named = documents
      .filter((file) => file !== 'CHANGELOG.md')
      .flatMap((from) => [...textOf(from).matchAll(OWN_FILE)].map(([, to = '']) => ({ from, to })));
    expect(named.length).toBeGreaterThan(50);
    const isNamed = (to: string) => isThere(to) || files.some((file) => file.endsWith(`/${to}`));
    expect(named.filter(({ to }) => !isNamed(to))).toEqual([]);
  });

  it(`has no paragraph, item or cell of over ${MOST_WORDS} words`, () => {
    const long = explaining.flatMap((file) =>
      blocksOf(file)
        .map((block) => ({ file, words: wordsOf(block), begins: block.trim().slice(0, 40) }))
        .filter(({ words }) => words > MOST_WORDS),
    );
    expect(long).toEqual([]);
  });

  it(`has no sentence of over ${MOST_WORDS_A_SENTENCE} words where people from outside read`, () => {
    const long = FOR_OUTSIDERS.flatMap((file) =>
      blocksOf(file)
        .flatMap((block) => block.replace(/\]\([^)]*\)/g, ']').split(/(?<=[.?!])\s+/))
        .filter((sentence) => wordsOf(sentence) > MOST_WORDS_A_SENTENCE)
        .map((sentence) => ({ file, sentence })),
    );
    expect(long).toEqual([]);
  });
});
