import * as fc from 'fast-check';
import { DATA_MAP } from '../../src/data-map';
import { noticesOf } from '../../src/privacy/notice/notice';
import { STORED } from '../../src/privacy/notice/text';
import { assertDeclared } from '../../src/storage/declared';
import { fieldsOf } from '../../src/storage/data-set';
import { sayIn } from '../../src/words';
import { isOf } from '../../src/storage/kinds';
import { readManifest } from '../../local/manifest';
import { TEST_SITE } from '../setup/test-site';
import { projectFiles, textOf } from '../project/project-files';
import { storedRows } from '../setup/use-forge';
import { GROUPS, GROUPS_OF } from './groups';
import { bytesOf, logsOf, type Scene } from './scene';

const textOfClaim = (id: string): string => {
  const claim = STORED.claims.find((one) => one.id === id);
  return typeof claim?.text === 'string' ? sayIn('en')(claim.text) : '';
};
const codeOf = (folder: string): Array<[string, string]> =>
  projectFiles()
    .filter((file) => file.startsWith(`${folder}/`) && /\.tsx?$/.test(file))
    .map((file) => [file, textOf(file)]);

export type Check = (scene: Scene) => Promise<void> | void;

const NAMES = TEST_SITE.people.map(({ displayName }) => displayName);
const notice = noticesOf(DATA_MAP, { settings: { retentionDays: {} } }).in('en');
/** Texts with a space or an @ are no ID, day, digest or token: what people write. */
const freeText = fc
  .tuple(fc.string({ minLength: 1 }), fc.constantFrom(' ', '@', '/'), fc.string())
  .map((parts) => parts.join(''));

function everyFieldRefuses(text: string): void {
  const names = new Set(DATA_MAP.map(({ name }) => name));
  for (const set of DATA_MAP) {
    for (const [field, { value }] of fieldsOf(set)) {
      expect({ set: set.name, field, takes: isOf(value, text, names) }).toEqual({
        set: set.name,
        field,
        takes: false,
      });
    }
  }
}

/** What the notice says of storage, recipients and how data is kept apart. */
export const CLAIMS_ON_STORAGE: Record<string, Check> = {
  'only-account-ids': ({ forge }) => {
    const identifying = DATA_MAP.flatMap(fieldsOf).filter(([, { category }]) => category === 'pd:UID');
    expect(identifying.length).toBeGreaterThan(0);
    for (const [, { value }] of identifying) expect(['account-id', 'list']).toContain(value.kind);
    for (const name of NAMES) expect(bytesOf(forge)).not.toContain(name);
    everyFieldRefuses('anna.arber@example.com');
  },
  'you-enter': ({ forge }) => {
    const rows = storedRows(forge, 'time-entry');
    expect(rows).toHaveLength(3);
    const added = Object.entries(GROUPS_OF['time-entry']?.fields ?? {}).flatMap(([field, group]) =>
      group === 'entered' && field !== 'position' ? [field] : [],
    );
    expect(added.sort()).toEqual(['issueId', 'projectId', 'seconds', 'startedOn']);
    expect(textOfClaim('you-enter')).toMatch(GROUPS.entered);
  },
  'app-adds': () => {
    const said = `${textOfClaim('you-enter')} ${textOfClaim('app-adds')} ${textOfClaim('only-account-ids')}`;
    for (const words of Object.values(GROUPS)) expect(said).toMatch(words);
    const sets = DATA_MAP.filter(({ about }) => about !== 'nobody');
    expect(sets.map(({ name }) => name).sort()).toEqual(Object.keys(GROUPS_OF).sort());
    for (const set of sets) {
      const { all, fields = {} } = GROUPS_OF[set.name] ?? {};
      const without = fieldsOf(set).filter(([field]) => !all && !Object.hasOwn(fields, field));
      expect({ set: set.name, without: without.map(([field]) => field) }).toEqual({
        set: set.name,
        without: [],
      });
    }
  },
  'no-free-text': () => {
    fc.assert(fc.property(freeText, everyFieldRefuses), { numRuns: 200 });
  },
  'names-in-browser': ({ forge }) => {
    const calls = forge.invocations.list().flatMap(({ calls: made }) => Object.keys(made));
    expect(calls.filter((call) => call.includes('/user'))).toEqual([]);
    for (const name of NAMES) expect(bytesOf(forge)).not.toContain(name);
  },
  'no-egress': ({ forge }) => {
    const { external, ...others } = readManifest();
    expect(external).toEqual({});
    for (const word of ['"remotes"', '"providers"', '"endpoint"'])
      expect(JSON.stringify(others)).not.toContain(word);
    expect(forge.unmodelled).toEqual([]);
  },
  browser: () => {
    const using = codeOf('static').filter(([, text]) => /sessionStorage\.setItem/.test(text));
    expect(using.map(([file]) => file).sort()).toEqual([
      'static/admin/get-started/site-check/page-findings.ts',
      'static/my-data/erasure/remembered-erasure.ts',
      'static/shared/keeps-for-tab.ts',
    ]);
  },
  sources: ({ forge, annaId }) => {
    const calls = forge.invocations.list().flatMap(({ calls: made }) => Object.keys(made));
    const outside = calls.filter((call) => !/^(kvs|app) /.test(call));
    for (const call of outside) expect(call).toMatch(/^(jira|stargate) /);
    expect(storedRows(forge, 'person').map(({ key }) => key)).toContain(annaId);
  },
  'no-personal-logs': async (scene) => {
    await scene.admin.admin('listEntriesOf', { accountId: scene.annaId, reason: 'security' });
    await scene.forge.schedule.run('daily');
    const logs = logsOf(scene.forge).join('\n');
    expect(logs).not.toBe('');
    for (const name of [...NAMES, scene.annaId, '20001', '2026-02-27']) expect(logs).not.toContain(name);
  },
  'one-map': () => {
    const told = notice.dataSets.map(({ name }) => name);
    expect(told).toEqual(DATA_MAP.filter(({ about }) => about !== 'nobody').map(({ name }) => name));
    const [first] = DATA_MAP;
    expect(first && (() => assertDeclared(DATA_MAP, { ...first }, 'x', {}))).toThrow(
      'is not in the data map',
    );
  },
};
