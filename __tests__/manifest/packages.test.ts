import { readFileSync } from 'node:fs';
import path from 'node:path';
import { importedPackages, sourceFiles } from './app-code';
import { root } from './read-manifest';

const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};

describe('the dependencies', () => {
  it('are exactly what the deployed code imports', () => {
    const imported = new Set(sourceFiles('src').flatMap(importedPackages));
    expect(Object.keys(dependencies).sort()).toEqual([...imported].sort());
  });

  it('are locked without naming the registry they came from', () => {
    expect(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
  });
});
