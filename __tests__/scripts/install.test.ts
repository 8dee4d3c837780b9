import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { areThere, assertOwnFolder, isInstalled } from '../../scripts/lib/install.mjs';

const one = { version: '1.0.0', integrity: 'sha512-one' };
const forMac = { version: '2.0.0', optional: true };
const wanted = { 'node_modules/one': one, 'node_modules/for-mac': forMac };

describe('what is installed', () => {
  it('is enough without the packages of other systems', () => {
    expect(isInstalled(wanted, { 'node_modules/one': one })).toBe(true);
    expect(isInstalled(wanted, wanted)).toBe(true);
  });

  it.each([
    ['a package is missing', { 'node_modules/for-mac': forMac }],
    ['a version differs', { 'node_modules/one': { ...one, version: '1.0.1' } }],
    ['a content differs', { 'node_modules/one': { ...one, integrity: 'sha512-other' } }],
    ['an optional version differs', { ...wanted, 'node_modules/for-mac': { ...forMac, version: '2.0.1' } }],
    ['there is one too many', { 'node_modules/one': one, 'node_modules/two': one }],
    ['there is nothing', {}],
  ])('is not enough when %s', (_, present) => {
    expect(isInstalled(wanted, present)).toBe(false);
  });

  it('is what the tests run with', () => {
    const read = (file: string) =>
      JSON.parse(readFileSync(path.resolve(__dirname, '../..', file), 'utf8')) as {
        packages: Record<string, { version: string }>;
      };
    const { '': project, ...locked } = read('package-lock.json').packages;
    expect(project).toBeDefined();
    expect(isInstalled(locked, read('node_modules/.package-lock.json').packages)).toBe(true);
  });
});

describe('where packages are installed', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'install-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('may be a folder or nothing yet', async () => {
    mkdirSync(path.join(folder, 'own'));
    await expect(assertOwnFolder(path.join(folder, 'own'))).resolves.toBeUndefined();
    await expect(assertOwnFolder(path.join(folder, 'missing'))).resolves.toBeUndefined();
  });

  it('lacks what was noted and is gone, or was deleted in part', async () => {
    const [whole, part, gone] = [
      path.join(folder, 'whole'),
      path.join(folder, 'part'),
      path.join(folder, 'gone'),
    ];
    mkdirSync(whole);
    mkdirSync(part);
    writeFileSync(path.join(whole, 'package.json'), '{}');
    await expect(areThere([whole])).resolves.toBe(true);
    await expect(areThere([whole, part])).resolves.toBe(false);
    await expect(areThere([whole, gone])).resolves.toBe(false);
  });

  it('is not another project’s folder behind a link', async () => {
    symlinkSync(folder, path.join(folder, 'link'), 'junction');
    await expect(assertOwnFolder(path.join(folder, 'link'))).rejects.toThrow('Remove the link');
  });
});
