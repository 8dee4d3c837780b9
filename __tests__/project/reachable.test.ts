import path from 'node:path';
import { isThere, projectFiles, textOf } from './project-files';

const documents = projectFiles().filter((file) => file.endsWith('.md'));

const linkedFrom = (document: string): string[] =>
  [...textOf(document).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(([, to = '']) => path.posix.join(path.posix.dirname(document), to))
    .filter((to) => to.endsWith('.md') && isThere(to));

function reachable(from: string): Set<string> {
  const found = new Set<string>();
  const waiting = [from];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    waiting.push(...linkedFrom(next));
  }
  return found;
}

test('every document is found by somebody who begins with the README', () => {
  const found = reachable('README.md');
  expect(documents.length).toBeGreaterThan(5);
  expect(documents.filter((document) => !found.has(document))).toEqual([]);
});
