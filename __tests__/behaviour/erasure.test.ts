import { sha256 } from '../../src/privacy/digest';
import { loadPeople } from '../setup/loaded-person';
import type { StoredRow } from '../../local/storage';
import { SHORT_PAGES } from '../setup/test-forge';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge({ storage: SHORT_PAGES });
const anna = () => app.person(PEOPLE.anna);
const receiptHash = sha256('a code');
const TODAY = '2026-03-02';
const erase = () => anna().user('eraseMyData', { receiptHash });
/** Where the person is still named: in stored rows, or in what an index still shows. */
function namedIn(rows: readonly StoredRow[]): string[] {
  const named = rows.filter((row) => JSON.stringify(row).includes(PEOPLE.anna));
  return named.map(({ store, entityName }) => `${store} ${entityName ?? ''}`);
}

const tokensOf = (entity: string, field: string, accountId?: string): unknown[] =>
  app
    .stored(entity)
    .map(({ value }) => value as Record<string, unknown>)
    .filter((row) => accountId === undefined || row['accountId'] === accountId)
    .map((row) => row[field]);

describe('Erasing everything about oneself', () => {
  it('ends with nothing that names the person, in storage or in any index', async () => {
    app.forge.storage.settings.queryLagMs = { min: 0, max: 40_000 };
    await loadPeople(app.forge, [
      { accountId: PEOPLE.anna, entries: 684 },
      { accountId: PEOPLE.ben, entries: 20 },
    ]);
    await anna().user('setRestriction', { restricted: true });
    await app.forge.clock.advance(60_000);
    const kept = app.stored('time-entry').filter(({ key }) => key.startsWith(PEOPLE.ben));
    const token = tokensOf('person', 'token', PEOPLE.anna)[0];
    const { id } = await erase();
    await app.forge.queue.settle({ delayed: true });
    await expect(anna().user('getJob', { id })).resolves.toMatchObject({ state: 'done' });
    expect(namedIn(app.stored())).toEqual([]);
    await app.forge.clock.advance(40_000);
    expect(namedIn(app.forge.storage.dumpIndexes(app.forge.installations.get().storageId))).toEqual([]);
    expect(tokensOf('audit', 'subject')).toContain(token);
    expect(tokensOf('person', 'token')).not.toContain(token);
    expect(app.stored('time-entry')).toEqual(kept);
  });

  it('writes no line with the token of the person: who knows when they were erased does not learn it so', async () => {
    await anna().log(TODAY);
    await app.person(PEOPLE.admin).admin('listEntriesOf', { accountId: PEOPLE.anna, reason: 'security' });
    await erase();
    await app.forge.queue.settle({ delayed: true });
    const { rows } = await app.person(PEOPLE.admin).admin('getAuditLog');
    expect(rows.map(({ event, subject }) => [event, subject === undefined])).toEqual([
      ['erasure-done', true],
      ['erasure-asked', true],
      ['entries-viewed', false],
    ]);
  });

  it('that was approved has no line with the token from its approval on, so that its moment leads to none', async () => {
    const admin = app.person(PEOPLE.admin);
    const settings = { retentionDays: {}, selfErasure: 'after-approval', removedDays: 30 };
    await admin.admin('saveSettings', settings);
    await anna().log(TODAY);
    const { request } = await anna().user('eraseMyData', { receiptHash });
    await app.forge.clock.advance(3_600_000);
    const which = { accountId: PEOPLE.anna, type: 'erasure', id: request?.id };
    await admin.admin('decideRequest', { ...which, decision: 'approve' });
    await app.forge.queue.settle({ delayed: true });
    const { rows } = await admin.admin('getAuditLog');
    expect(rows.map(({ event, subject }) => [event, subject === undefined])).toEqual([
      ['erasure-done', true],
      ['erasure-asked', true],
      ['request-approved', true],
      ['request-opened', false],
      ['settings-changed', true],
    ]);
  });

  it('takes what the preview said, and says so at the end', async () => {
    await loadPeople(app.forge, [{ accountId: PEOPLE.anna, entries: 130 }]);
    const preview = await anna().user('previewErasure');
    const previewed = Object.fromEntries(preview.dataSets.map(({ name, records }) => [name, records]));
    const { id, expected } = await erase();
    expect(expected).toBe(Object.values(previewed).reduce((sum, count) => sum + count, 0));
    await app.forge.queue.settle({ delayed: true });
    const job = await anna().user('getJob', { id });
    expect(job).toMatchObject({ state: 'done', askedBy: 'person', erased: previewed, deleted: expected });
    expect(job.doneAt).toMatch(/^2026-03-02T/);
  });

  it('previews without changing anything, and says what stays, why, and what lies outside', async () => {
    await anna().log(TODAY);
    const before = app.stored();
    const { kept, outside } = await anna().user('previewErasure');
    expect(kept.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['data.audit-title', 'data.marker-title', 'data.erasure-title']),
    );
    expect(kept.every(({ why }) => why.length > 1)).toBe(true);
    expect(outside).toEqual(['data.outside-backups', 'data.outside-uninstall', 'data.outside-profile']);
    expect(app.stored()).toEqual(before);
  });

  it('says of the webhook only where it was ever on', async () => {
    await anna().log(TODAY);
    const title = 'data.webhook-request-title';
    const titles = async () => (await anna().user('previewErasure')).kept.map((part) => part.title);
    expect(await titles()).not.toContain(title);
    await app.person(PEOPLE.admin).admin('enableWebhook');
    expect(await titles()).toContain(title);
  });

  it('shows nothing any more from the moment it was asked for', async () => {
    await anna().log(TODAY);
    const { id } = await erase();
    await expect(anna().user('getPanel')).resolves.toMatchObject({ entries: [], erasing: id });
    await expect(anna().user('getOverview')).resolves.toMatchObject({ dataSets: [], erasing: { id } });
    await expect(anna().user('exportPage')).resolves.toMatchObject({ counts: { marker: 1 } });
    const { people } = await app.person(PEOPLE.admin).admin('listPeople');
    expect(people).toEqual([]);
  });

  it('asked for twice is one erasure, also when both come at once', async () => {
    await loadPeople(app.forge, [{ accountId: PEOPLE.anna, entries: 50 }]);
    const jobs = await Promise.all([erase(), erase(), erase()]);
    jobs.push(await erase());
    expect(new Set(jobs.map(({ id }) => id)).size).toBe(1);
    expect(app.stored('erasure')).toHaveLength(1);
  });

  it('of nothing is not found, and keeps nothing but the key of the markers', async () => {
    await expect(app.person(PEOPLE.noData).user('eraseMyData', { receiptHash })).resolves.toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    expect(app.stored().map(({ store, key }) => `${store} ${key}`)).toEqual(['secret pepper']);
  });

  it('is not found again once it is done', async () => {
    await anna().log(TODAY);
    await erase();
    await app.forge.queue.settle({ delayed: true });
    await expect(erase()).resolves.toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(app.stored('erasure')).toHaveLength(1);
  });

  it('waits for the lag of queries before it says that it is done', async () => {
    await anna().log(TODAY);
    await app.forge.clock.advance(120_000);
    const { id } = await erase();
    await app.forge.queue.settle();
    const waiting = await anna().user('getJob', { id });
    expect(waiting.state).toBe('verifying');
    expect(Date.parse(waiting.continuesAt ?? '')).toBeGreaterThan(app.forge.clock.now());
    await app.forge.clock.set(Date.parse(waiting.continuesAt ?? '') + 1000);
    await expect(anna().user('getJob', { id })).resolves.toMatchObject({ state: 'done' });
  });

  it('is not done while queries still miss what was counted, however long that is', async () => {
    app.forge.storage.settings.queryLagMs = 3_600_000;
    for (const day of ['2025-12-31', '2026-03-01', TODAY]) await anna().log(day);
    const { id } = await erase();
    await app.forge.clock.advance(600_000);
    await expect(anna().user('getJob', { id })).resolves.toMatchObject({ state: 'verifying' });
    await expect(anna().log(TODAY)).resolves.toMatchObject({ error: { code: 'CONFLICT' } });
    await app.forge.clock.advance(5 * 3_600_000);
    const job = await anna().user('getJob', { id });
    expect(['done', 'confirmed']).toContain(job.state);
    expect(job.erased).toMatchObject({ 'time-entry': 3, 'day-totals': 2 });
    expect(namedIn(app.stored())).toEqual([]);
    await anna().log(TODAY, '2h');
    await expect(anna().user('listEntries')).resolves.toMatchObject({ entries: [] });
    expect(app.stored('time-entry')).toHaveLength(1);
  });

  it('counts no record that was deleted just before', async () => {
    await loadPeople(app.forge, [{ accountId: PEOPLE.anna, entries: 60 }]);
    const ids = app.stored('time-entry').map(({ key }) => key.split('#')[1]);
    app.forge.storage.settings.queryLagMs = 30_000;
    await anna().user('deleteEntries', { ids: ids.slice(0, 50) });
    const { id } = await erase();
    await app.forge.queue.settle({ delayed: true });
    await expect(anna().user('getJob', { id })).resolves.toMatchObject({
      state: 'done',
      erased: { 'time-entry': 10 },
    });
  });

  it('leaves a marker that names nobody and ends by its date', async () => {
    await anna().log(TODAY);
    await erase();
    await app.forge.queue.settle({ delayed: true });
    const [marker] = app.stored('marker');
    expect(marker?.key).toMatch(/^[0-9a-f]{64}$/);
    expect(marker?.key).not.toBe(sha256(PEOPLE.anna));
    const { endsAt } = marker?.value as { endsAt: string };
    await app.forge.clock.set(Date.parse(endsAt) - 86_400_000);
    expect(app.stored('marker')).toHaveLength(1);
    await app.forge.clock.set(Date.parse(endsAt) + 2 * 86_400_000);
    expect(app.stored('marker')).toEqual([]);
  });
});
