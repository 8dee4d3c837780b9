import * as fc from 'fast-check';
import { DATA_MAP } from '../../src/data-map';
import { noticeOf } from '../../src/privacy/notice/notice';
import { assertDeclared } from '../../src/storage/declared';
import { fieldsOf } from '../../src/storage/fields';
import { isOf } from '../../src/storage/kinds';
import { readManifest } from '../../local/manifest';
import { TEST_SITE } from '../setup/test-site';
import { bytesOf, logsOf, type Scene } from './scene';

export type Check = (scene: Scene) => Promise<void> | void;

const NAMES = TEST_SITE.people.map(({ displayName }) => displayName);
const notice = noticeOf(DATA_MAP, { retentionDays: {} });
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
  'only-what-you-enter': ({ forge }) => {
    const rows = forge.storage
      .dump(forge.installations.get().storageId)
      .filter(({ entityName }) => entityName === 'time-entry');
    expect(rows).toHaveLength(3);
    const kept = Object.keys(rows[0]?.value as object).sort();
    expect(kept).toEqual(['accountId', 'createdAt', 'issueId', 'position', 'seconds', 'startedOn']);
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
  hosting: ({ forge }) => {
    const remotes = new Set(
      forge.invocations.list().flatMap(({ calls }) => Object.keys(calls).map((call) => call.split(' ')[0])),
    );
    for (const remote of remotes) expect(['kvs', 'jira', 'stargate', 'app']).toContain(remote);
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
