import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nameOf, openApp } from '../../../local/app/folder';
import { LocalForgeError } from '../../../local/errors';
import { openLocalForge } from '../../../local/forge';

const APP = 'app: { id: ari:cloud:ecosystem::app/small }\npermissions: { scopes: [storage:app] }\n';
const SCHEDULES = `${APP}modules:
  scheduledTrigger:
    - { key: one, function: one, interval: hour }
    - { key: two, function: two, interval: hour }
  function:
    - { key: one, handler: one.run }
    - { key: two, handler: folder/two.run }
`;
const PANEL = `${APP}modules: { jira:issuePanel: [{ key: panel, title: P, resource: main }] }\n`;
const OLD_API = {
  'node_modules/@forge/api/package.json': '{ "version": "4.3.0", "main": "index.js" }',
  'node_modules/@forge/api/index.js': 'exports.asUser = () => undefined;',
};
const RUN = "export const run = () => 'ran';";

let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'an-app-'));
});

afterEach(() => rm(root, { recursive: true, force: true }));

async function write(files: Record<string, string>): Promise<string> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), text);
  }
  return root;
}

const open = (folder = root) => openApp(folder, path.join(root, 'bundles'));

/** What stands in the way, said to a person: one line, and no stack. */
async function refusal(files: Record<string, string>): Promise<string> {
  await write(files);
  const error: unknown = await open().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(LocalForgeError);
  const { message } = error as Error;
  expect(message).not.toContain('\n');
  return message;
}

describe("Another app's folder", () => {
  test('is bundled file by file, so that each handler runs its own', async () => {
    const keep = (name: string): string =>
      `import { kept } from "./${name === 'two' ? '../' : ''}shared"; export const run = (): string => kept('${name}');`;
    await write({
      'manifest.yml': SCHEDULES,
      'src/shared.ts': 'export const kept = (name: string): string => { console.log(name); return name; };',
      'src/one.ts': keep('one'),
      'src/folder/two.tsx': keep('two'),
    });
    const { files, manifestFile } = await open();
    expect(Object.keys(files)).toEqual(['one', 'folder/two']);
    const forge = await openLocalForge({
      manifest: manifestFile,
      app: { kind: 'bundle', files },
      startAt: 0,
    });
    await expect(forge.schedule.run('one')).resolves.toMatchObject({ outcome: 'ok', logs: ['LOG one'] });
    await expect(forge.schedule.run('two')).resolves.toMatchObject({ outcome: 'ok', logs: ['LOG two'] });
    await forge.close();
  }, 60_000);

  test.each<[string, Record<string, string>, string]>([
    ['without a manifest', { 'package.json': '{}' }, 'has no manifest.yml: a Forge app has one at its root.'],
    ['with YAML that is none', { 'manifest.yml': 'app:\n  id: a\n b' }, 'The manifest is no YAML: '],
    ['without an ID', { 'manifest.yml': 'modules: {}' }, 'The manifest cannot be read: app is missing.'],
    ['without modules', { 'manifest.yml': APP }, 'The manifest cannot be read: modules is missing.'],
    [
      'without the file of a handler',
      { 'manifest.yml': SCHEDULES, 'src/one.js': RUN },
      'The function two has the handler folder/two.run, and there is no src/folder/two.{tsx,jsx,ts,js,cjs}.',
    ],
    [
      'with a handler that leads out of it',
      { 'manifest.yml': SCHEDULES.replace('one.run', '../../one.run'), 'src/one.js': RUN },
      'modules.function.0.handler must be a file below src/ and its export, such as index.run.',
    ],
    [
      'with TypeScript that is none',
      { 'manifest.yml': SCHEDULES, 'src/one.ts': 'export const run = (: string) => 1;\n' },
      'src/one.ts cannot be bundled. src/one.ts:1:21: Unexpected ":"',
    ],
    [
      'with an import of its own that leads nowhere',
      { 'manifest.yml': SCHEDULES, 'src/one.ts': 'import "./gone"; export const run = () => 1;' },
      'src/one.ts cannot be bundled. src/one.ts:1:8: Could not resolve "./gone"',
    ],
    [
      'whose packages are not installed',
      {
        'manifest.yml': SCHEDULES,
        'src/one.ts': "import { kvs } from '@forge/kvs'; export const run = () => kvs;",
      },
      'src/one.ts needs the package @forge/kvs, which is not installed: run `npm install` in ',
    ],
    [
      'with an @forge/api before 5',
      {
        'manifest.yml': SCHEDULES,
        'src/one.js': "import { asUser } from '@forge/api'; export const run = () => asUser();",
        ...OLD_API,
      },
      'The app has @forge/api 4.3.0; the local Forge knows 5 and later. Run `npm install @forge/api@latest` in ',
    ],
    [
      'whose page is not built, nor what builds it installed',
      {
        'manifest.yml': `${PANEL}resources: [{ key: main, path: static/hello/build }]`,
        'static/hello/package.json': '{ "scripts": { "build": "x" } }',
      },
      'static/hello/build/index.html is not there. Run `npm install` and `npm run build` in ',
    ],
    [
      'whose page is not built, where a package can build it',
      {
        'manifest.yml': `${PANEL}resources: [{ key: main, path: static/hello/build }]`,
        'static/hello/package.json': '{ "scripts": { "build": "x" } }',
        'static/hello/node_modules/x/package.json': '{}',
      },
      'The resource main is not built: static/hello/build/index.html is not there. Run `npm run build` in ',
    ],
    [
      'whose page is not built',
      { 'manifest.yml': `${PANEL}resources: [{ key: main, path: static/hello/build }]` },
      'static/hello/build/index.html is not there. Build it as the app says.',
    ],
    [
      'with a page that is not in the manifest',
      { 'manifest.yml': PANEL },
      'Module panel names the resource main',
    ],
    [
      'with a page outside',
      { 'manifest.yml': `${PANEL}resources: [{ key: main, path: ../../etc }]` },
      "The resource main leads out of the app's folder: ../../etc.",
    ],
    [
      'with a page anywhere else',
      { 'manifest.yml': `${PANEL}resources: [{ key: main, path: /etc }]` },
      "The resource main leads out of the app's folder: /etc.",
    ],
  ])('%s is refused in one line', async (_, files, message) => {
    expect(await refusal(files)).toContain(message);
  });

  test('is refused where a link leads out of it', async () => {
    await write({ 'manifest.yml': `${PANEL}resources: [{ key: main, path: page }]` });
    await symlink(tmpdir(), path.join(root, 'page'));
    await expect(open()).rejects.toThrow("The resource main leads out of the app's folder: page.");
  });

  test('is refused where it is no folder, or is not there', async () => {
    await write({ file: '' });
    await expect(open(path.join(root, 'file'))).rejects.toThrow('There is no folder');
    await expect(open(path.join(root, 'gone'))).rejects.toThrow('There is no folder');
  });

  test('of UI Kit opens without its pages', async () => {
    await write({
      'manifest.yml': `${PANEL.replace('resource: main', 'resource: main, render: native')}resources: [{ key: main, path: src/x.jsx }]`,
    });
    await expect(open()).resolves.toMatchObject({ files: {} });
  });

  test('has a name of its own for what is kept', () => {
    expect(nameOf('/a/my app')).toMatch(/^my-app-[0-9a-f]{8}$/);
    expect(nameOf('/a/app')).not.toBe(nameOf('/b/app'));
  });
});
