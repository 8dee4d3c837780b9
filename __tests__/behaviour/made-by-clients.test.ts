import * as fc from 'fast-check';
import { type ClientToken, sha256 } from '../../src/privacy/digest';
import { PEOPLE } from '../setup/test-site';
import { runCount } from '../setup/run-count';
import { useForge } from '../setup/use-forge';

const app = useForge();
const TODAY = '2026-03-02';

const logAs = (accountId: string, requestId: string) =>
  app.person(accountId).user('logTime', { requestId, startedOn: TODAY, duration: '1m' });

describe('What a client makes up for a request', () => {
  test.each([
    ['another person’s account ID', PEOPLE.anna],
    ['the account ID of somebody who never used the app', PEOPLE.deactivated],
    ['words', 'Dora-has-been-ill-since-May'],
    ['their own account ID', PEOPLE.admin],
  ])('is stored nowhere: %s', async (_, requestId) => {
    const { entry } = await logAs(PEOPLE.ben, requestId);
    expect(entry.id).toMatch(/^[0-9a-f]{32}$/);
    expect(JSON.stringify([app.stored(), entry])).not.toContain(requestId);
    expect(JSON.stringify(app.forge.invocations.list().map(({ logs }) => logs))).not.toContain(requestId);
  });

  it('is no ID of an entry that was made with it, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[A-Za-z0-9-]{16,64}$/), async (requestId) => {
        const { entry } = await logAs(PEOPLE.ben, requestId);
        expect(JSON.stringify(app.stored('time-entry'))).not.toContain(requestId);
        await app.person(PEOPLE.ben).user('deleteEntries', { ids: [entry.id] });
      }),
      { numRuns: runCount(30, 300) },
    );
  });

  it('has a type of its own, which no row and no key takes', () => {
    const isText: ClientToken extends string ? true : false = false;
    expect(isText).toBe(false);
  });

  it('gives the same entry each time, and another to somebody else', async () => {
    const same = '5b10a2844c20165700ede299';
    const entries = await Promise.all([1, 2, 3].map(() => logAs(PEOPLE.anna, same)));
    const { entry } = await logAs(PEOPLE.ben, same);
    expect(new Set(entries.map((one) => one.entry.id)).size).toBe(1);
    expect(entry.id).not.toBe(entries[0]?.entry.id);
    expect(app.stored('time-entry')).toHaveLength(2);
    expect(entry.id).toBe(sha256(`${PEOPLE.ben}\n${same}`).slice(0, 32));
  });
});

type Row = Record<string, unknown> & { counts?: object };

/** As the version before wrote it: the key ends with what the browser made, and there is a project. */
async function plantEntryOfBefore(accountId: string): Promise<string> {
  const { entry } = await app.person(accountId).log(TODAY);
  const id = '0d5c9a3e-9d4a-4c7e-8b53-2f6f0f2a7c11';
  const twice = (entityName: string, change: (row: Row) => object) =>
    app.stored(entityName).map(({ key, value }) => {
      const row = value as Row;
      return { store: 'entity' as const, entityName, key, value: { ...row, ...change(row) } };
    });
  const { storageId } = app.forge.installations.get();
  await app.forge.storage.load(storageId, [
    ...twice('time-entry', () => ({ projectId: '10000', position: `${TODAY}#${id}` })).map((row) => ({
      ...row,
      key: `${accountId}#${id}`,
    })),
    ...twice('standing', ({ counts }) => ({ counts: { ...counts, 'time-entry': 2 } })),
    ...twice('day-totals', () => ({ seconds: { [TODAY]: 7200 } })),
  ]);
  expect((await app.person(accountId).user('deleteEntries', { ids: [entry.id] })).deleted).toBe(1);
  return id;
}

describe('An entry of the version before', () => {
  it('is listed and exported with its project, and deleted by its owner', async () => {
    const id = await plantEntryOfBefore(PEOPLE.anna);
    const anna = app.person(PEOPLE.anna);
    const { entries } = await anna.user('listEntries');
    expect(entries).toMatchObject([{ id, projectId: '10000' }]);
    expect(JSON.stringify(await anna.user('exportPage'))).toContain(id);
    expect((await anna.user('deleteEntries', { ids: [id] })).deleted).toBe(1);
    expect(app.stored('time-entry')).toEqual([]);
  });

  it('is erased', async () => {
    await plantEntryOfBefore(PEOPLE.anna);
    await app.person(PEOPLE.anna).user('eraseMyData', { receiptHash: sha256('a code') });
    await app.forge.clock.advance(600_000);
    expect(app.stored('time-entry')).toEqual([]);
  });

  it('expires', async () => {
    await plantEntryOfBefore(PEOPLE.anna);
    const settings = { retentionDays: { 'time-entry': 30 }, selfErasure: 'at-once', removedDays: 30 };
    expect((await app.person(PEOPLE.admin).admin('saveSettings', settings)).error).toBeUndefined();
    await app.forge.clock.advance(32 * 86_400_000);
    expect(app.stored('time-entry')).toEqual([]);
  });
});
