import type { LocalForge } from '../../local/forge';
import { personOf } from '../behaviour/person';
import { livedInForge } from '../privacy/uninstall/lived-in';
import { PEOPLE } from '../setup/test-site';
import { storedRows } from '../setup/use-forge';
import { failuresOfEveryFunction } from './every-function';
import { asLater, LATER, LATER_SET, laterRecord, manifestOfLater } from './later-rows';
import { storeMentions } from '../properties/stored';

const { admin, anna, ben, chloe } = PEOPLE;
const DAY_MS = 86_400_000;
const SETTINGS = { retentionDays: { 'time-entry': 400 }, selfErasure: 'at-once', removedDays: 30 };

let forge: LocalForge;
/** A later version wrote every row of a store that is lived in, and then the site went back to this one. */
beforeEach(async () => {
  forge = await livedInForge({ manifest: manifestOfLater() });
  await personOf(forge, anna).user('openRequest', { type: 'access' });
  const [entry] = (await personOf(forge, anna).user('listEntries')).entries;
  const correction = { id: entry?.id, startedOn: entry?.startedOn, duration: '17m' };
  await personOf(forge, anna).user('openRequest', { type: 'correction', correction });
  await personOf(forge, ben).user('setRestriction', { restricted: true });
  await personOf(forge, admin).admin('enableWebhook');
  await personOf(forge, admin).saveSettings(SETTINGS);
  await personOf(forge, admin).admin('listEntriesOf', { accountId: anna, reason: 'person-asked' });
  await forge.clock.advance(DAY_MS);
  const { storageId } = forge.installations.get();
  forge.storage.settings.unknownAttributes = 'kept';
  await forge.storage.load(storageId, [...forge.storage.dump(storageId).map(asLater), laterRecord(anna)]);
  forge.storage.settings.unknownAttributes = 'refused';
});
afterEach(() => forge.close());

const valueOf = (name: string, key?: string): unknown =>
  storedRows(forge, name).find((row) => (key ?? row.key) === row.key)?.value;

const own = (): Record<string, object> => {
  const [id = ''] = storedRows(forge, 'time-entry').map(({ key }) => key.split('#')[1] ?? '');
  const request = (valueOf('request', `${anna}#access`) as { id: string }).id;
  const approval = { decision: 'approve', reason: undefined, keptUntil: undefined };
  return {
    deleteEntries: { ids: [id] },
    decideRequest: { type: 'access', id: request, ...approval },
    extendRequest: { id: request },
  };
};

describe('Rows of a later version', () => {
  it('are served by every function', async () => {
    expect(await failuresOfEveryFunction(forge, anna, own())).toEqual([]);
    expect(await failuresOfEveryFunction(forge, ben, {})).toEqual([]);
  });

  it('keep values that only it knows when they are written, and lose fields that only it has', async () => {
    await personOf(forge, ben).user('setRestriction', { restricted: false });
    expect((await personOf(forge, anna).log('2026-03-01')).error).toBeUndefined();
    await personOf(forge, admin).saveSettings({ ...SETTINGS, removedDays: 40 });
    const standing = valueOf('standing', `standing#${anna}`);
    expect(standing).toMatchObject({ counts: { 'time-entry': 4, request: 2, [LATER]: 2 }, empty: false });
    expect(standing).not.toHaveProperty('addedLater');
    expect(valueOf('settings')).toMatchObject({ removedDays: 40, retentionDays: { [LATER]: 2 } });
    expect(valueOf('settings')).not.toHaveProperty('addedLater');
  });

  it('of a correction that somebody asked for are carried out', async () => {
    const { id } = valueOf('request', `${anna}#correction`) as { id: string };
    const which = { accountId: anna, type: 'correction', id };
    const answer = await personOf(forge, admin).admin('decideRequest', { ...which, decision: 'approve' });
    expect(answer).toMatchObject({ request: { status: 'done' } });
    const { entries } = await personOf(forge, anna).user('listEntries');
    expect(entries.filter(({ seconds }) => seconds === 17 * 60)).toHaveLength(1);
  });

  it('are put back after a correction and after a deletion, with values that only it knows', async () => {
    const { key, value } = storedRows(forge, 'time-entry').find((row) => row.key.startsWith(anna)) ?? {};
    const id = key?.split('#')[1] ?? '';
    const known: Record<string, unknown> = { ...(value as object), seconds: 30 };
    delete known['addedLater'];
    const rows = forge.storage.dump(forge.installations.get().storageId);
    const shorter = rows.map((row) => (row.key === key ? { ...row, value: known } : row));
    forge.storage.settings.unknownAttributes = 'kept';
    await forge.storage.load(forge.installations.get().storageId, shorter);
    forge.storage.settings.unknownAttributes = 'refused';
    const person = personOf(forge, anna);
    const corrected = { id, startedOn: known['startedOn'], duration: '1h' };
    for (const act of [
      () => person.user('correctEntry', corrected),
      () => person.user('deleteEntries', { ids: [id] }),
    ]) {
      const { undo } = await act();
      await expect(person.user('undoChange', { undo })).resolves.toMatchObject({
        entries: [{ seconds: 30 }],
      });
      expect(valueOf('time-entry', key)).toEqual(known);
    }
  });

  it('are exported whole, as far as this version knows them', async () => {
    const page = await personOf(forge, anna).user('exportPage');
    expect(page.counts).toMatchObject({ 'time-entry': 3, request: 2 });
    for (const { dataSet, records } of page.parts) {
      const counted = page.counts?.[dataSet];
      expect({ dataSet, records: records.length }).toEqual({ dataSet, records: counted ?? records.length });
    }
    expect(JSON.stringify(page)).not.toContain('addedLater');
  });

  it('hold up no duty, and a scan takes nothing of them for left behind', async () => {
    await forge.clock.advance(9 * DAY_MS);
    const failed = forge.invocations.list().filter(({ error }) => error !== undefined);
    expect(failed).toEqual([]);
    expect(valueOf('scan')).toMatchObject({ leftovers: 0, finishedAt: expect.any(String) });
  });

  it('are erased, all that this version knows', async () => {
    for (const accountId of [anna, ben]) {
      await personOf(forge, accountId).user('eraseMyData', { receiptHash: 'c'.repeat(64) });
    }
    await forge.clock.advance(2 * DAY_MS);
    expect(storeMentions(forge, ben)).toBe(false);
    expect(storeMentions(forge, chloe)).toBe(false);
    const left = storedRows(forge).filter((row) => JSON.stringify(row).includes(anna));
    expect(left.map(({ entityName }) => entityName)).toEqual([LATER_SET.name]);
    const ended = storedRows(forge, 'erasure').map(({ value }) => (value as { state: string }).state);
    expect(new Set(ended)).toEqual(new Set(['confirmed']));
  });
});
