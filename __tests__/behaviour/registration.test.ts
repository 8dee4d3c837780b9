import type { Cohort } from '../../src/privacy/data-sets/cohort';
import type { Person } from '../../src/privacy/data-sets/registration';
import { sha256 } from '../../src/privacy/digest';
import { PEOPLE, TEST_SITE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const crowd = Array.from(
  { length: 200 },
  (_, n) => `712020:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
);
const app = useForge({
  site: {
    ...TEST_SITE,
    people: [...TEST_SITE.people, ...crowd.map((accountId) => ({ accountId, displayName: 'Someone' }))],
  },
});
const TODAY = '2026-03-02';
const receiptHash = sha256('a code');

const registered = (): Person[] => app.stored('person').map(({ value }) => value as Person);
const cohorts = (): Cohort[] => app.stored('cohort').map(({ value }) => value as Cohort);

/** Logs as often as the app asks to try later; gives how often that was. */
async function logAtLast(accountId: string): Promise<number> {
  for (let refused = 0; ; refused += 1) {
    const { error } = await app.person(accountId).log(TODAY);
    if (!error) return refused;
    if (error.code !== 'TRY_LATER' || refused > 20) throw new Error(`refused with ${error.code}`);
  }
}

async function eraseToTheEnd(accountId: string): Promise<void> {
  await app.person(accountId).user('eraseMyData', { receiptHash });
  await app.forge.queue.settle({ delayed: true });
}

describe('A first entry', () => {
  it('registers the person: live row, standing row, a place in a cohort', async () => {
    await app.person(PEOPLE.anna).log(TODAY);
    const [anna] = registered();
    expect(anna).toMatchObject({ accountId: PEOPLE.anna });
    expect(anna?.token).not.toBe(anna?.epoch);
    expect(app.stored('standing')).toMatchObject([
      { value: { accountId: PEOPLE.anna, counts: { 'time-entry': 1, 'day-totals': 1 }, empty: false } },
    ]);
    expect(cohorts()).toMatchObject([
      { size: 1, members: [{ accountId: PEOPLE.anna, updatedAt: anna?.registeredAt }] },
    ]);
    expect(cohorts()[0]?.countsFrom).toBe(anna?.registeredAt);
  });

  it('registers once when two come at the same time, in whatever order their calls fall', async () => {
    for (const [at, day] of ['01', '05', '09', '13', '17'].entries()) {
      const slow = app.forge.faults.add({ remote: 'kvs', nth: at + 2, outcome: { kind: 'cut' } });
      const answers = await Promise.all([1, 2, 3].map(() => app.person(PEOPLE.anna).log(`2026-02-${day}`)));
      slow();
      expect(answers.some(({ entry }) => entry)).toBe(true);
      expect(registered()).toHaveLength(1);
      expect(cohorts().flatMap(({ members }) => members)).toHaveLength(1);
      await eraseToTheEnd(PEOPLE.anna);
    }
  });

  it('registers nobody where it is refused', async () => {
    await app.person(PEOPLE.anna).log('2026-03-03');
    await app.person(PEOPLE.ben).log(TODAY, '1h', '20003');
    await app.person(PEOPLE.chloe).log(TODAY, '25h');
    expect(app.stored()).toEqual([]);
  });

  it('is all that registers: looking registers nobody', async () => {
    const nora = app.person(PEOPLE.noData);
    const version = (await nora.user('getNotice')).version;
    for (const name of ['getPanel', 'listEntries', 'getOverview', 'exportPage', 'previewErasure'] as const) {
      await nora.user(name);
    }
    await expect(nora.user('acknowledgeNotice', { version })).resolves.toEqual({ acknowledgedAt: null });
    await expect(nora.user('setRestriction', { restricted: true })).resolves.toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    expect(app.stored().filter(({ key }) => key !== 'pepper')).toEqual([]);
  });
});

describe('Many first entries at once', () => {
  it('put 200 people into cohorts of at most 90, each exactly once', async () => {
    await Promise.all(crowd.map(logAtLast));
    expect(
      registered()
        .map(({ accountId }) => accountId)
        .sort(),
    ).toEqual([...crowd].sort());
    const sizes = cohorts().map(({ size }) => size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(200);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(90);
    expect(sizes).toHaveLength(3);
    const tokens = registered().flatMap(({ epoch, token }) => [epoch, token]);
    expect(new Set(tokens).size).toBe(400);
  });

  it('register a person once at the edge of a cohort, too', async () => {
    for (const accountId of crowd.slice(0, 89)) await logAtLast(accountId);
    const twice = [PEOPLE.anna, PEOPLE.ben, PEOPLE.chloe].flatMap((one) => [one, one]);
    await Promise.all(twice.map(logAtLast));
    expect(registered()).toHaveLength(92);
    expect(app.stored('time-entry')).toHaveLength(95);
    expect(
      cohorts()
        .map(({ size }) => size)
        .sort(),
    ).toEqual([2, 90]);
  });
});

describe('Someone who left and comes back', () => {
  it('starts afresh: a new epoch and token, nothing of before', async () => {
    const anna = app.person(PEOPLE.anna);
    await anna.log(TODAY, '24h');
    const [before] = registered();
    await eraseToTheEnd(PEOPLE.anna);
    expect(registered()).toEqual([]);
    await expect(anna.log(TODAY, '24h')).resolves.toMatchObject({ daySeconds: 86_400 });
    const [after] = registered();
    expect(after?.epoch).not.toBe(before?.epoch);
    expect(after?.token).not.toBe(before?.token);
    await expect(anna.user('listEntries')).resolves.toMatchObject({ entries: [{ seconds: 86_400 }] });
  });

  it('is asked to wait while the erasure still runs, and loses nothing that was said to be saved', async () => {
    const anna = app.person(PEOPLE.anna);
    await anna.log(TODAY);
    await anna.user('eraseMyData', { receiptHash });
    await expect(anna.log(TODAY)).resolves.toMatchObject({ error: { code: 'CONFLICT' } });
    await app.forge.queue.settle({ delayed: true });
    await expect(anna.log(TODAY, '2h')).resolves.toMatchObject({ daySeconds: 7200 });
    await app.forge.clock.advance(48 * 3600 * 1000);
    await expect(anna.user('listEntries')).resolves.toMatchObject({ entries: [{ seconds: 7200 }] });
  });

  it('is not told that an entry is saved which the erasure is about to delete', async () => {
    const anna = app.person(PEOPLE.anna);
    const form = { requestId: 'request-0000-0000-1', startedOn: TODAY, duration: '1h' };
    await anna.user('logTime', form);
    await anna.user('eraseMyData', { receiptHash });
    await expect(anna.user('logTime', form)).resolves.toMatchObject({ error: { code: 'CONFLICT' } });
  });
});
