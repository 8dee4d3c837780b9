import { strFromU8, unzipSync } from 'fflate';
import { DATA_MAP } from '../../src/data-map';
import { MARKER_DAYS, type Marker } from '../../src/privacy/data-sets/marker';
import { exportedNotice } from '../../static/shared/export/exported-notice';
import { pack } from '../../static/shared/export/pack';
import type { StoredRow } from '../../local/storage';
import { PEOPLE } from '../setup/test-site';
import { storedRows } from '../setup/use-forge';
import { everythingOf } from '../static/export/generated-parts';
import { expectRefusal } from './expect-refusal';
import { expectLeftOut } from './left-out';
import type { Check } from './claims-on-storage';
import { bytesOf, type Scene } from './scene';

const DAY_MS = 86_400_000;
/** Of Anna, who is no administrator. */
const HELD = DATA_MAP.filter(({ found, name }) => found && name !== 'administrator').map(({ name }) => name);

const rowsNaming = ({ forge, annaId }: Scene): StoredRow[] =>
  storedRows(forge).filter((row) => JSON.stringify([row.key, row.value]).includes(annaId));

/** How many rows name Anna, by data set, told from the raw store. */
function countsInStore(scene: Scene): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { entityName = '' } of rowsNaming(scene)) counts[entityName] = (counts[entityName] ?? 0) + 1;
  return counts;
}

/** A request of each kind of record, so that there is something of every data set. */
async function askAndBeLookedAt({ anna, admin, annaId }: Scene): Promise<void> {
  const [entry] = (await anna.user('listEntries')).entries;
  const correction = { id: entry?.id, startedOn: '2026-02-20', duration: '30m' };
  await anna.user('openRequest', { type: 'correction', correction });
  await admin.admin('listEntriesOf', { accountId: annaId, reason: 'correction' });
}

/** Every single value in the rows that are Anna's alone. */
function valuesOf(scene: Scene): string[] {
  const own = rowsNaming(scene).filter(({ entityName }) => entityName !== 'cohort');
  return own.flatMap(({ value }) =>
    Object.values(value as object)
      .filter((leaf) => typeof leaf !== 'object')
      .map(String),
  );
}

/** Of somebody who was erased: what is left of that, at once and also where they come back. */
async function expectMarkerShown({ forge, anna }: Scene): Promise<void> {
  await anna.user('eraseMyData', { receiptHash: 'e'.repeat(64) });
  await forge.clock.advance(10 * 60_000);
  const [row] = storedRows(forge, 'marker');
  const { erasedAt, endsAt } = row?.value as Marker;
  await expect(anna.user('getOverview')).resolves.toMatchObject({
    dataSets: [],
    marker: { erasedAt, endsAt },
  });
  await anna.log('2026-02-27', '1h');
  await expect(anna.user('getOverview')).resolves.toMatchObject({ marker: { erasedAt, endsAt } });
}

/** What the notice says of looking at one's own data, and of others looking at it. */
export const CLAIMS_ON_ACCESS: Record<string, Check> = {
  see: async (scene) => {
    await askAndBeLookedAt(scene);
    const { dataSets, accesses } = await scene.anna.user('getOverview');
    const shown = Object.fromEntries(dataSets.map(({ name, records }) => [name, records]));
    const { counts } = await scene.anna.user('exportPage');
    expect(shown).toEqual(counts);
    expect(shown).toEqual({ ...countsInStore(scene), audit: 2 });
    expect(Object.keys(shown).sort()).toEqual([...HELD, 'audit'].sort());
    const { entries } = await scene.anna.user('listEntries');
    const stored = rowsNaming(scene).filter(({ entityName }) => entityName === 'time-entry');
    expect(entries.map(({ startedOn, seconds }) => [startedOn, seconds]).sort()).toEqual(
      stored
        .map(({ value }) => value as { startedOn: string; seconds: number })
        .map(({ startedOn, seconds }) => [startedOn, seconds])
        .sort(),
    );
    expect(accesses).toEqual([
      { on: '2026-03-02', role: 'administrator', what: 'entries-viewed', reason: 'correction' },
    ]);
    await expectMarkerShown(scene);
  },
  export: async (scene) => {
    await askAndBeLookedAt(scene);
    const before = bytesOf(scene.forge);
    const { parts, counts, schemaVersion } = await scene.anna.user('exportPage');
    const dataSets = parts;
    const exportedAt = '2026-03-02T10:00:00.000Z';
    const inForce = await scene.anna.user('getNotice');
    const notice = exportedNotice(inForce, undefined, '');
    const files = unzipSync(
      await pack(
        {
          schemaVersion,
          noticeVersion: inForce.version,
          exportedAt,
          dataSets,
          ...everythingOf,
          notice,
          subject: { accountId: scene.annaId },
        },
        { locale: 'en-GB', timeZone: 'UTC', subject: 'Anna', isOwn: true, workItems: new Map() },
        new AbortController().signal,
      ),
    );
    expect(bytesOf(scene.forge)).toBe(before);
    const exported = Object.fromEntries(parts.map(({ dataSet, records }) => [dataSet, records.length]));
    expect(exported).toEqual({ ...countsInStore(scene), audit: 2 });
    expect(exported).toEqual(counts);
    const text = strFromU8(files['data.json'] ?? new Uint8Array());
    expect((JSON.parse(text) as { notice: object }).notice).toEqual(notice);
    const token = storedRows(scene.forge, 'person').map(({ value }) => (value as { token: string }).token);
    // Of the day by which a request is answered the file has the day, without what only sorts requests.
    const due = storedRows(scene.forge, 'request').map(({ value }) => (value as { due: string }).due);
    for (const value of valuesOf(scene)) {
      const given = due.includes(value) ? value.slice(0, 'yyyy-mm-dd'.length) : value;
      expect([value, text.includes(given)]).toEqual([value, !token.includes(value)]);
    }
    expect(strFromU8(files['audit.csv'] ?? new Uint8Array())).toMatch(
      /^event,role,reason,request,declineReason,records,day\r\n(?:[\w,-]+\r\n){2}$/,
    );
    for (const name of Object.keys(exported)) expect(Object.keys(files)).toContain(`${name}.csv`);
  },
  'left-out': expectLeftOut,
  'admin-access-recorded': async ({ anna, admin, annaId }) => {
    const [first] = (await anna.user('listEntries')).entries;
    expectRefusal(await admin.admin('deleteEntriesOf', { accountId: annaId, ids: [first?.id] }), 'INVALID');
    expectRefusal(await admin.admin('listEntriesOf', { accountId: annaId }), 'INVALID');
    expectRefusal(await admin.admin('exportPageOf', { accountId: annaId }), 'INVALID');
    await admin.admin('listEntriesOf', { accountId: annaId, reason: 'legal-duty' });
    await admin.admin('exportPageOf', { accountId: annaId, reason: 'security' });
    await admin.admin('deleteEntriesOf', { accountId: annaId, reason: 'correction', ids: [first?.id] });
    const { accesses } = await anna.user('getOverview');
    const seen = accesses.map(({ what, role, reason, on }) => [what, role, reason, on].join(' '));
    expect(seen.sort()).toEqual([
      'data-exported administrator security 2026-03-02',
      'entries-deleted administrator correction 2026-03-02',
      'entries-viewed administrator legal-duty 2026-03-02',
    ]);
  },
  'who-acted': async ({ forge, anna, admin, annaId }) => {
    await admin.admin('listEntriesOf', { accountId: annaId, reason: 'security' });
    expect(JSON.stringify(await anna.user('getOverview'))).not.toContain(PEOPLE.admin);
    await forge.clock.advance(2 * 3_600_000);
    const [row] = (await admin.admin('getAuditLog')).rows;
    expect(JSON.stringify(row)).not.toContain(PEOPLE.admin);
    expectRefusal(await admin.admin('whoActed', { line: row?.id }), 'INVALID');
    const asked = { line: row?.id, reason: 'person-asked' };
    expectRefusal(await anna.admin('whoActed', asked), 'NOT_ALLOWED');
    expect(await admin.admin('whoActed', asked)).toEqual({ accountId: PEOPLE.admin });
    const [note] = (await admin.admin('getAuditLog')).rows;
    expect(note).toMatchObject({ event: 'administrator-named', reason: 'person-asked' });
  },
  restrict: async ({ forge, anna, annaId }) => {
    await anna.user('setRestriction', { restricted: true });
    expectRefusal(await anna.log('2026-02-25'), 'CONFLICT');
    const [entry] = (await anna.user('listEntries')).entries;
    const correction = { id: entry?.id, startedOn: '2026-02-25', duration: '1h' };
    expectRefusal(await anna.user('correctEntry', correction), 'CONFLICT');
    await forge.clock.advance(16 * DAY_MS);
    const told = forge.atlassian.reports.filter(({ accounts }) =>
      accounts.some(({ accountId }) => accountId === annaId),
    );
    expect(told).toHaveLength(2);
    expect((await anna.user('listEntries')).entries).toHaveLength(2);
    expect((await anna.user('exportPage')).counts?.['time-entry']).toBe(2);
    await forge.clock.advance(1100 * DAY_MS);
    expect((await anna.user('listEntries')).entries).toHaveLength(2);
    expect((await anna.user('deleteEntries', { ids: [entry?.id] })).deleted).toBe(1);
    expect((await anna.user('eraseMyData', { receiptHash: 'e'.repeat(64) })).error).toBeUndefined();
  },
  'restrict-others': async ({ forge, anna, admin, annaId }) => {
    await anna.user('setRestriction', { restricted: true });
    const [entry] = (await anna.user('listEntries')).entries;
    const ways = async (reason: string) => {
      const of = { accountId: annaId, reason };
      const right = { startedOn: '2026-02-25', duration: '1h' };
      return [
        await admin.admin('listEntriesOf', of),
        await admin.admin('exportPageOf', of),
        await admin.admin('correctEntryOf', { ...of, id: entry?.id, ...right }),
        await admin.admin('deleteEntriesOf', { ...of, ids: [entry?.id] }),
      ];
    };
    for (const reason of ['correction', 'security', 'left-organisation'])
      for (const answer of await ways(reason)) expectRefusal(answer, 'CONFLICT');
    for (const reason of ['person-asked', 'legal-duty'])
      for (const answer of await ways(reason)) expect(answer.error?.code).not.toBe('CONFLICT');
    await anna.user('setRestriction', { restricted: false });
    const byThem = { accountId: annaId, reason: 'legal-duty', restricted: true };
    expect((await admin.admin('setRestrictionOf', byThem)).error).toBeUndefined();
    expectRefusal(await anna.user('setRestriction', { restricted: false }), 'CONFLICT');
    await anna.user('setRestriction', { restricted: true });
    const lift = async (reason = 'legal-duty') =>
      (await admin.admin('setRestrictionOf', { ...byThem, reason, restricted: false })).restriction;
    await expect(lift()).resolves.toMatchObject({ by: 'person' });
    await expect(lift()).resolves.toHaveProperty('liftableFrom');
    expect((await anna.user('getOverview')).restriction).toHaveProperty('liftableFrom');
    await forge.clock.advance(7 * DAY_MS);
    await expect(lift()).resolves.toBeNull();
    await anna.user('setRestriction', { restricted: true });
    await expect(lift('person-asked')).resolves.toBeNull();
  },
  'admin-list': async ({ forge, anna, admin, annaId }) => {
    const { people } = await admin.admin('listPeople');
    const row = people.find(({ accountId }) => accountId === annaId) ?? {};
    expect(Object.keys(row).sort()).toEqual(['accountId', 'handle', 'registeredAt', 'restricted']);
    expect(storedRows(forge, 'audit')).toEqual([]);
    await anna.user('openRequest', { type: 'access' });
    const { requests } = await admin.admin('listRequests');
    expect(requests).toEqual([expect.objectContaining({ accountId: annaId, type: 'access' })]);
    await forge.jira.removeFromSite(annaId);
    const { removed } = await admin.admin('listRemoved');
    expect(removed.map(({ accountId }) => accountId)).toEqual([annaId]);
  },
  'marker-stays': async (scene) => {
    await expectMarkerShown(scene);
    const [marker] = storedRows(scene.forge, 'marker');
    expect(JSON.stringify(marker)).not.toContain(scene.annaId);
    expect(MARKER_DAYS).toEqual({ erased: 30, closed: 365 });
    await scene.forge.clock.advance(32 * DAY_MS);
    expect(storedRows(scene.forge, 'marker')).toEqual([]);
  },
  'log-stays': async ({ forge, anna, admin, annaId }) => {
    await admin.admin('listEntriesOf', { accountId: annaId, reason: 'security' });
    await anna.user('eraseMyData', { receiptHash: 'e'.repeat(64) });
    await forge.clock.advance(10 * 60_000);
    for (const name of ['audit', 'erasure', 'receipt']) {
      expect(storedRows(forge, name)).not.toEqual([]);
      expect(JSON.stringify(storedRows(forge, name))).not.toContain(annaId);
    }
  },
};
