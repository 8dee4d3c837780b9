import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { examined } from '../../scripts/doctor/checks';
import * as declared from '../../scripts/doctor/declared';
import type { Finding } from '../../scripts/doctor/finding';
import { forgeFinding, forgeVersion, nodeFinding } from '../../scripts/doctor/machine';
import { openProject, type Project } from '../../scripts/doctor/project';
import { nextStep, reportLines } from '../../scripts/doctor/report';
import { bundle, lintFindings, pages, validatorFindings, type Complaint } from '../../scripts/doctor/tools';
import { changedManifest, forgeTool } from './forge-tool';
import { manifestText, readManifest, root, type Manifest } from './read-manifest';

const own: Project = { root, manifestFile: path.join(root, 'manifest.yml'), manifest: readManifest() };

function changed(change: (manifest: Manifest) => unknown): Project {
  const manifest = readManifest();
  change(manifest);
  return { ...own, manifest };
}

const add = (kind: string, module: { key: string; [property: string]: unknown }) => (manifest: Manifest) =>
  (manifest.modules[kind] = [...(manifest.modules[kind] ?? []), module]);

const idOf = (id: unknown) => changed(({ app }) => (app['id'] = id));
const states = (findings: Finding[]): string[] => findings.map(({ state }) => state);

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'doctor-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the machine', () => {
  it('has a Node that the Forge CLI takes, or is to get one', () => {
    expect(nodeFinding('24.1.0').state).toBe('ok');
    const older = nodeFinding('20.19.0');
    expect(older).toMatchObject({ state: 'to do', what: 'Node' });
    expect(nextStep([older, forgeFinding(undefined)])).toBe('Next: install Node 24');
  });

  it('has a Forge CLI, or is to get one', () => {
    expect(forgeFinding(forgeVersion(process.execPath))).toMatchObject({
      state: 'ok',
      says: process.version,
    });
    expect(forgeFinding(forgeVersion('no-such-program'))).toMatchObject({
      state: 'to do',
      command: 'npm install --global @forge/cli',
    });
  });
});

describe('what the manifest declares', () => {
  const { appId, ...others } = declared;

  it.each(Object.entries(others))('is well: %s', (_, check) => {
    expect(states(check(own))).toEqual(['ok']);
  });

  it.each<[keyof typeof others, string, (manifest: Manifest) => unknown]>([
    ['entities', '21 entities', ({ app }) => (app.storage.entities = manyEntities(21))],
    ['modules', 'there is no function missing', add('trigger', { key: 't', function: 'missing' })],
    ['eligibility', 'remotes reaches outside', (manifest) => (manifest['remotes'] = [])],
    ['licence', 'app.licensing is for paid apps', ({ app }) => (app['licensing'] = { enabled: true })],
    ['icons', 'in no resource', add('jira:issuePanel', { key: 'p', icon: 'https://x.test/a.svg' })],
    ['scopes', 'write:jira-work', ({ permissions }) => permissions.scopes.push('write:jira-work')],
  ])('is wrong: %s', (name, says, change) => {
    const findings = others[name](changed(change));
    expect(findings.find((finding) => finding.says.includes(says))?.state).toBe('wrong');
  });

  it('has room for entities to come, or is to get some before the next deploy', () => {
    const fourteen = changed(({ app }) => (app.storage.entities = manyEntities(14)));
    expect(others.entities(fourteen)).toMatchObject([
      { state: 'to do', what: 'entities', says: expect.stringContaining('6 of 20 entities are free') },
    ]);
  });

  it('has an app ID, or is to get one', () => {
    expect(states(appId(idOf('ari:cloud:ecosystem::app/00000000-1111-2222-3333-444444444444')))).toEqual([
      'ok',
    ]);
    for (const id of [undefined, '', 'ari:cloud:ecosystem::app/5d1f7d0e-6a51-4c0e-9c5c-6a3f6f1f2b60']) {
      expect(appId(idOf(id))).toMatchObject([{ state: 'to do', command: 'forge register' }]);
    }
    expect(states(appId(idOf('my-app')))).toEqual(['wrong']);
  });
});

describe('what is built', () => {
  it('is to be built anew where it is not of what is there', async () => {
    const stale = { name: 'page-none', inputs: [], output: 'none', make: async () => undefined };
    expect(await pages(own, [stale])).toMatchObject([{ state: 'to do', command: 'npm run build' }]);
  });

  it('is wrong where a page is not there', async () => {
    const project = changed(({ resources }) => resources.push({ key: 'more', path: 'static/none' }));
    expect(await pages(project, [])).toMatchObject([{ state: 'wrong' }]);
  });
});

describe("Atlassian's tools", () => {
  const [idLine = ''] = /^ {2}id: .*$/m.exec(manifestText) ?? [];
  const changes = [
    ['function: run-daily', 'function: run-nightly'],
    ...['', '  id: ""', '  id: my-app'].map((other) => [idLine, other]),
  ] as [string, string][];
  /** What the validator says of the project's own manifest, and of each changed one: starting it takes seconds. */
  let complaints: Complaint[][];

  beforeAll(async () => {
    const changed = changes.map(([from, to]) => changedManifest(from, to));
    complaints = await forgeTool<Complaint[][]>('validate.cjs', 'manifest.yml', ...changed);
  }, 120_000);

  it('say of a manifest what is wrong, and in which line', () => {
    const [ofOwn = [], ofChanged = []] = complaints;
    expect(ofOwn.filter(({ level }) => level === 'error')).toEqual([]);
    expect(states(validatorFindings(ofOwn))).toEqual(['ok']);
    const [found] = validatorFindings(ofChanged);
    expect(found?.state).toBe('wrong');
    expect(found?.says).toContain('run-nightly');
    const line = manifestText.split('\n').findIndex((text) => text.includes('scheduledTrigger:')) + 1;
    expect(found?.says).toContain(`line ${line}:`);
  });

  it('leave an app ID that is missing or none to the line that says what to do', () => {
    const ofOtherIds = complaints.slice(2);
    expect(ofOtherIds.map((said) => said.length > 0)).toEqual([true, true, true]);
    expect(ofOtherIds.map((said) => states(validatorFindings(said)))).toEqual([['ok'], ['ok'], ['ok']]);
    const message = "app must have required property 'id'";
    const report = { files: 1, problems: [{ level: 'error', file: 'manifest.yml', message }] };
    expect(states(lintFindings(report))).toEqual(['ok']);
  });

  it('say that code does not compile', async () => {
    writeFileSync(path.join(folder, 'manifest.yml'), manifestText);
    mkdirSync(path.join(folder, 'src'));
    writeFileSync(path.join(folder, 'src/index.ts'), 'export const broken = (;');
    expect(await bundle({ ...own, root: folder })).toMatchObject([
      { state: 'wrong', command: 'npm run types' },
    ]);
  }, 120_000);
});

describe('a manifest', () => {
  const written = (text: string) => writeFileSync(path.join(folder, 'manifest.yml'), text);

  it('that is not there or no YAML is said to be so', () => {
    expect(openProject(folder)).toMatchObject({ state: 'wrong', what: 'manifest' });
    written('app:\n  id: "open\nmodules: {}\n');
    expect(openProject(folder)).toMatchObject({ state: 'wrong', what: 'manifest' });
    expect((openProject(folder) as Finding).says).toBe(
      'line 4 of manifest.yml is no YAML: Missing closing "quote',
    );
  });

  it.each(['', '5'])('such as %j says nothing', (text) => {
    written(text);
    expect(openProject(folder)).toMatchObject({ state: 'wrong', what: 'manifest' });
  });

  it.each(['app: 5\nmodules: [x]\n', 'app:\n  storage: { entities: 3 }\npermissions: []\n'])(
    'such as %j is looked at to the end',
    async (text) => {
      written(text);
      const findings = await examined(folder);
      expect(findings.map(({ what }) => what)).toContain('licence');
      expect(findings.find(({ what }) => what === "Atlassian's validator")?.state).toBe('wrong');
      expect(findings.map(({ says }) => says).join('\n')).not.toMatch(/undefined|\[object/);
    },
    120_000,
  );

  it('that is wrong ends the command with code 1', () => {
    const ended = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/doctor/main.ts', folder], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(ended.status).toBe(1);
    expect(ended.stdout).toMatch(/^wrong {2}manifest {3}/m);
    expect(ended.stdout).toContain('One thing is wrong.');
  });
});

describe('the report', () => {
  const fine: Finding = { state: 'ok', what: 'Node', says: '24.1.0' };
  const left: Finding = { state: 'to do', what: 'app ID', says: 'there is none', command: 'forge register' };
  const bad: Finding = { state: 'wrong', what: 'entities', says: '21 entities, at most 20' };

  it('has a line each', () => {
    expect(reportLines([fine, left, bad])).toEqual([
      'ok     Node      24.1.0',
      'to do  app ID    there is none (forge register)',
      'wrong  entities  21 entities, at most 20',
    ]);
  });

  it('says what comes next: what is wrong, what is left, the deploy', () => {
    expect(nextStep([left, bad, fine])).toBe('One thing is wrong. Put that right first: entities.');
    expect(nextStep([fine, left])).toBe('Next: forge register');
    expect(nextStep([fine])).toBe('Next: forge deploy --environment development');
  });
});

function manyEntities(count: number) {
  return Array.from({ length: count }, (_, i) => ({
    name: `entity-${i}`,
    attributes: { a: { type: 'string' } },
  }));
}
