import { walls } from '../../scripts/lint/walls.mjs';
import { projectFiles } from '../project/project-files';
import { rulesHit } from './rules-hit';

const WALL = 'house/walls';

/** The files that every room of the engine may use, as they are in the tree. */
const ON_THE_LANDING = projectFiles()
  .map((file) => /^src\/privacy\/([^/]+)\.ts$/.exec(file)?.[1])
  .filter((name) => name !== undefined);

/** Every row: a file and something it must not import. */
const refused: [file: string, specifier: string][] = [
  ['src/index.ts', './privacy/erasure'],
  ['src/index.ts', './storage'],
  ['src/index.ts', '@forge/resolver'],
  ['src/contract.ts', './privacy/erasure'],
  ['src/contract/admin.ts', '../storage'],
  ['src/app.ts', '@forge/api'],
  ['src/app.ts', './resolvers/user'],
  ['src/words.ts', './data-map'],
  ['src/words.ts', './contract'],
  ['src/data-map.ts', './resolvers/user'],
  ['src/data-map.ts', './app'],
  ['src/data-map.ts', '@forge/kvs'],
  ['src/words.ts', './privacy/notice/notice'],
  ['src/words.ts', '@forge/api'],
  ['src/storage/store.ts', '../privacy/erasure'],
  ['src/storage/store.ts', '../contract'],
  ['src/storage/store.ts', '../data-map'],
  ['src/storage/store.ts', '@forge/api'],
  ['src/privacy/erasure/start.ts', '@forge/kvs'],
  ['src/privacy/erasure/start.ts', '@forge/events'],
  ['src/privacy/erasure/start.ts', '../../timesheet/entries'],
  ['src/privacy/erasure/start.ts', '../../atlassian/queue'],
  ['src/privacy/erasure/start.ts', '../../resolvers/user'],
  ['src/privacy/erasure/start.ts', '../../triggers/daily'],
  ['src/privacy/erasure/start.ts', '../../data-map'],
  ['src/privacy/erasure/start.ts', '../../app'],
  ['src/privacy/data-sets/cohort.ts', '../cohorts'],
  ['src/privacy/settings/settings.ts', '../person/write'],
  ['src/privacy/person/write.ts', '../erasure/start'],
  ['src/privacy/erasure/start.ts', '../restriction/hints'],
  ['src/privacy/restriction/removal.ts', '../scan/scan'],
  ['src/privacy/scan/scan.ts', '../requests/open'],
  ['src/privacy/requests/decide.ts', '../retention/retention'],
  ['src/privacy/retention/expiry.ts', '../reporting/run'],
  ['src/privacy/reporting/view.ts', '../notice/notice'],
  ['src/privacy/notice/notice.ts', '../webhook/state'],
  ['src/privacy/webhook/apply.ts', '../uninstall/wipe'],
  ['src/privacy/webhook/undo/run.ts', '../../access/export'],
  ['src/privacy/uninstall/wipe.ts', '../access/export'],
  ['src/privacy/access/export.ts', '../../timesheet/entries'],
  ['src/privacy/new-room/file.ts', '../time'],
  ['src/privacy/new-file.ts', './time'],
  ...ON_THE_LANDING.map((file): [string, string] => [`src/privacy/${file}.ts`, './person/write']),
  ['src/timesheet/entries.ts', '../app'],
  ['src/atlassian/queue.ts', '../app'],
  ['src/privacy/webhook/undo/run.ts', '../../../timesheet/entries'],
  ['src/platform-check/check.ts', '../timesheet/entries'],
  ['src/platform-check/check.ts', '@forge/kvs'],
  ['src/platform-check/check.ts', '../atlassian/queue'],
  ['src/timesheet/entries.ts', '@forge/kvs'],
  ['src/timesheet/entries.ts', '../resolvers/user'],
  ['src/timesheet/entries.ts', '../atlassian/queue'],
  ['src/atlassian/report.ts', '@forge/kvs'],
  ['src/atlassian/report.ts', '../privacy/erasure'],
  ['src/resolvers/user.ts', '@forge/kvs'],
  ['src/resolvers/user.ts', '@forge/api'],
  ['src/resolvers/user.ts', '@forge/events'],
  ['src/resolvers/user.ts', '../triggers/daily'],
  ['src/triggers/daily.ts', '@forge/events'],
  ['src/triggers/daily.ts', '@forge/kvs'],
  ['src/triggers/daily.ts', '../resolvers/user'],
  ['src/new-feature/data-set.ts', '../storage'],
  ['src/privacy/erasure/start.ts', '../../../local/forge'],
  ['src/timesheet/entries.ts', '../../static/shared/call'],
  ['src/resolvers/user.ts', '../../bench/erasure'],
  ['src/resolvers/user.ts', 'lodash'],
  ['src/storage/store.ts', 'node:fs'],
  ['static/shared/call.ts', '../../src/privacy/erasure'],
  ['static/shared/call.ts', '../panel/main'],
  ['static/panel/main.ts', '../../src/timesheet/entries'],
  ['src/timesheet/duration.ts', './entries'],
  ['src/privacy/settings/erases-more.ts', './waiting'],
  ['static/panel/main.ts', '../../src/privacy/settings/erases-more'],
  ['static/panel/main.ts', '../admin/people'],
  ['static/my-time/main.tsx', '../panel/main'],
  ['static/my-data/main.tsx', '@forge/api'],
  ['static/admin/main.tsx', 'node:crypto'],
  ['static/admin/main.tsx', '../../local/forge'],
  ['local/forge.ts', '../src/index'],
  ['local/runtime/host.ts', '../../src/storage/store'],
  ['local/site/frame/page.ts', '../../../static/shared/call'],
  ['local/forge.ts', '../__tests__/setup/forge-globals'],
];

const allowed: [file: string, specifier: string][] = [
  ['src/index.ts', './resolvers/user'],
  ['src/index.ts', './triggers'],
  ['src/storage/store.ts', '@forge/kvs'],
  ['src/storage/store.ts', './kinds'],
  ['src/privacy/cohorts.ts', '../storage'],
  ['src/privacy/cohorts.ts', './due'],
  ['src/privacy/cohorts.ts', './data-sets/cohort'],
  ['src/privacy/erasure/start.ts', '../../storage'],
  ['src/privacy/erasure/start.ts', 'valibot'],
  ['src/privacy/erasure/start.ts', '../person/write'],
  ['src/privacy/erasure/start.ts', '../cohorts'],
  ['src/privacy/access/export.ts', '../uninstall/wipe'],
  ['src/privacy/webhook/undo/run.ts', '../apply'],
  ['src/timesheet/entries.ts', '../privacy/person/people'],
  ['src/atlassian/report.ts', '@forge/api'],
  ['src/atlassian/queue.ts', '@forge/events'],
  ['src/resolvers/user.ts', '@forge/resolver'],
  ['src/resolvers/user.ts', '../contract'],
  ['src/resolvers/user.ts', '../data-map'],
  ['src/resolvers/user.ts', '../app'],
  ['src/app.ts', './atlassian/queue'],
  ['src/app.ts', './data-map'],
  ['src/words.ts', './privacy/data-sets/languages'],
  ['src/privacy/access/overview.ts', '../../words'],
  ['src/contract.ts', './privacy/data-sets/audit'],
  ['src/contract.ts', './contract/entries'],
  ['src/atlassian/queue.ts', '../privacy/engine'],
  ['src/triggers/daily.ts', '../atlassian/queue'],
  ['static/panel/main.ts', '../shared/call'],
  ['static/panel/main.ts', '../../src/contract'],
  ['static/panel/main.ts', '../../src/timesheet/duration'],
  ['static/admin/main.tsx', '../../src/privacy/settings/erases-more'],
  ['static/my-data/main.tsx', '@atlaskit/button/new'],
  ['local/site/server.ts', '../forge'],
  ['local/site/server.ts', 'node:http'],
];

const forms: [name: string, code: (specifier: string) => string][] = [
  ['a type import', (name) => `import type { A } from '${name}';`],
  ['a bare import', (name) => `import '${name}';`],
  ['a re-export', (name) => `export { a } from '${name}';`],
  ['a re-export of everything', (name) => `export * from '${name}';`],
  ['a dynamic import', (name) => `export const a = () => import('${name}');`],
  ['a require', (name) => `export const a = require('${name}');`],
  ['an import type in place', (name) => `export type A = import('${name}').A;`],
  ['an import assignment', (name) => `import a = require('${name}');`],
];

const snippetsOf = (rows: [string, string][]) =>
  rows.map(([file, specifier]) => ({
    file,
    code: `import { a } from '${specifier}';\nexport const b = a;\n`,
  }));

describe('walls', () => {
  const hits = rulesHit(snippetsOf(refused));
  it.each(refused.map(([file, specifier], index) => ({ file, specifier, index })))(
    '$file may not import $specifier',
    ({ index }) => {
      expect(hits[index]).toContain(WALL);
    },
  );

  it('let through what the design allows', () => {
    const hit = rulesHit(snippetsOf(allowed));
    expect(allowed.filter((_, index) => hit[index]?.includes(WALL))).toEqual([]);
  });

  it('hold for every form of import', () => {
    const hit = rulesHit(
      forms.map(([, code]) => ({ file: 'src/privacy/erasure/start.ts', code: code('@forge/kvs') })),
    );
    expect(forms.filter((_, index) => !hit[index]?.includes(WALL)).map(([name]) => name)).toEqual([]);
  });

  it('each have a row above', () => {
    const tried = (from: string) =>
      refused.some(([file]) => file.replace(/\.tsx?$/, '') === from || file.startsWith(`${from}/`));
    expect(walls.map(({ from }) => from).filter((from) => !tried(from))).toEqual([]);
  });

  it('know every file on the landing of the engine, which are few', () => {
    const walled = walls.map(({ from }) => from);
    expect(ON_THE_LANDING.filter((name) => !walled.includes(`src/privacy/${name}`))).toEqual([]);
    expect(ON_THE_LANDING.length).toBeLessThanOrEqual(16);
  });

  it('cannot be switched off in place', () => {
    const code = `/* eslint-disable */\nimport '@forge/kvs'; // eslint-disable-line\n`;
    expect(rulesHit([{ file: 'src/privacy/erasure/start.ts', code }])[0]).toContain(WALL);
  });
});
