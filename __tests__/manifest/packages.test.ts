import { readFileSync } from 'node:fs';
import path from 'node:path';
import { importedPackages, sourceFiles } from '../../scripts/manifest/app-code';
import { root } from './read-manifest';

const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};

interface Locked {
  optionalDependencies?: Record<string, string>;
}

const lockText = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
const { packages } = JSON.parse(lockText) as { packages: Record<string, Locked> };

/** Where node finds a package that one at `folder` asks for, from the inside out. */
function candidates(folder: string, name: string): string[] {
  const parts = folder.split('/node_modules/');
  const outward = parts.map((_, count) => parts.slice(0, parts.length - count).join('/node_modules/'));
  return [...outward.map((each) => `${each}/node_modules/${name}`), `node_modules/${name}`];
}

describe('the dependencies', () => {
  it('are exactly what the deployed code imports', () => {
    const imported = new Set(sourceFiles('src').flatMap(importedPackages));
    expect(Object.keys(dependencies).sort()).toEqual([...imported].sort());
  });

  it('are locked without naming the registry they came from', () => {
    expect(lockText).not.toContain('"resolved"');
  });

  it('are locked for every system, or `npm ci` refuses a fresh clone', () => {
    const optional = Object.entries(packages).flatMap(([folder, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).map((name) => ({ folder, name })),
    );
    expect(optional.length).toBeGreaterThan(50);
    const missing = optional.filter(
      ({ folder, name }) => !candidates(folder, name).some((each) => each in packages),
    );
    expect(missing).toEqual([]);
  });
});
