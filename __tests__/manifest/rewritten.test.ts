import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { parseManifest } from '../../local/manifest';
import { forgeTool as runTool } from '../../scripts/doctor/forge-tool';
import { openProject } from '../../scripts/doctor/project';
import * as declared from '../../scripts/doctor/declared';
import { deployedOn } from '../../scripts/lib/node-line.mjs';
import { withEntities } from '../../scripts/manifest/written-entities';
import { entitiesOf } from '../../scripts/lib/entities';
import { DATA_MAP } from '../../src/data-map';
import { forgeTool } from './forge-tool';
import { manifestText, root, type Manifest } from './read-manifest';

const ID = 'ari:cloud:ecosystem::app/00000000-1111-2222-3333-444444444444';

let folder: string;
let file: string;
let text: string;

const registered = (from: string): Manifest => {
  const manifest = parse(from) as Manifest;
  return { ...manifest, app: { ...manifest.app, id: ID } };
};

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'registered-'));
  file = path.join(folder, 'manifest.yml');
  cpSync(path.join(root, 'manifest.yml'), file);
  for (const part of ['src', 'static']) symlinkSync(path.join(root, part), path.join(folder, part));
  text = await runTool<string>(folder, 'register.cjs', ID);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a manifest that `forge register` has written', () => {
  it('says the same with another app ID, and is another text', () => {
    expect(parse(text)).toEqual(registered(manifestText));
    expect(text).not.toBe(manifestText.replace(/ari:cloud:ecosystem::app\/[0-9a-f-]+/, ID));
  });

  it('has lost the comments below `app`, and none of those beside the scopes', () => {
    expect(text).not.toContain('pii: Atlassian account IDs');
    const scopesOf = (all: string) => all.slice(all.indexOf('\npermissions:'), all.indexOf('\nmodules:'));
    expect(scopesOf(text)).toBe(scopesOf(manifestText));
  });

  it('is read by the local Forge as before', () => {
    const { appId, ...rest } = parseManifest(text);
    const { appId: before, ...own } = parseManifest(manifestText);
    expect(rest).toEqual(own);
    expect([appId, before]).toEqual([ID.split('/').pop(), expect.not.stringContaining('/')]);
  });

  it('is well to the doctor, scopes and their reasons included', () => {
    const project = openProject(folder);
    if ('state' in project) throw new Error(project.says);
    for (const look of Object.values(declared))
      expect(look(project).map(({ state }) => state)).toEqual(['ok']);
  });

  it('is valid', async () => {
    const [complaints] = await forgeTool<Array<Array<{ level: string }>>>('validate.cjs', file);
    expect(complaints?.filter(({ level }) => level === 'error')).toEqual([]);
  }, 120_000);

  it('names the Node of the functions', () => {
    expect(deployedOn(text)).toBe(deployedOn(manifestText));
  });
});

describe('the entities', () => {
  const entities = entitiesOf(DATA_MAP);

  it('are written into it with nothing else changed, whatever stands after them', () => {
    const { app, ...rest } = registered(manifestText);
    const other = stringify({ ...rest, app: { ...app, storage: { ...app.storage, last: 1 }, name: 'x' } });
    for (const before of [text, other]) {
      const [, ...fewer] = entities;
      expect(parse(withEntities(withEntities(before, fewer), entities))).toEqual(parse(before));
    }
  });

  it('are written into this project’s as they are', () => {
    expect(withEntities(manifestText, entities)).toBe(manifestText);
  });

  it('want a place', () => {
    expect(() => withEntities('app: {}\n', entities)).toThrow('no list of entities');
  });
});
