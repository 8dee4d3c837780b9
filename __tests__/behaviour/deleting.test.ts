import { randomUUID } from 'node:crypto';
import { loadPeople } from '../setup/loaded-person';
import { SHORT_PAGES } from '../setup/test-forge';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge({ storage: SHORT_PAGES });
const anna = () => app.person(PEOPLE.anna);
const ben = () => app.person(PEOPLE.ben);

const logAll = async (days: readonly string[], duration = '1h'): Promise<string[]> => {
  const ids: string[] = [];
  for (const day of days) ids.push((await anna().log(day, duration)).entry.id);
  return ids;
};
const storedIds = (): string[] => app.stored('time-entry').map(({ key }) => key.split('#')[1] ?? '');
const DAYS = ['2026-02-26', '2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02'];

describe('Deleting entries', () => {
  it('deletes one, and leaves the others with their totals', async () => {
    const [first = '', ...others] = await logAll(DAYS);
    await expect(anna().user('deleteEntries', { ids: [first] })).resolves.toMatchObject({
      deleted: 1,
      remaining: 4,
    });
    expect(storedIds().sort()).toEqual([...others].sort());
  });

  it('deletes several at once, of several years', async () => {
    const ids = await logAll(['2023-12-31', '2024-01-01', '2024-02-29', '2025-06-30', ...DAYS]);
    const gone = ids.slice(0, 7);
    await expect(anna().user('deleteEntries', { ids: gone })).resolves.toMatchObject({
      deleted: 7,
      remaining: 2,
    });
    const years = app.stored('day-totals').map(({ value }) => (value as { year: string }).year);
    expect(years).toEqual(['2026']);
  });

  it('deletes as many as a page holds', async () => {
    await loadPeople(app.forge, [{ accountId: PEOPLE.anna, entries: 250 }]);
    const ids = storedIds().slice(40, 140);
    await expect(anna().user('deleteEntries', { ids })).resolves.toEqual({ deleted: 100, remaining: 150 });
    expect(storedIds().filter((id) => ids.includes(id))).toEqual([]);
  });

  it('deletes entries that each stand in another year', async () => {
    const tenYears = { retentionDays: { 'time-entry': 3650 }, selfErasure: 'at-once', removedDays: 30 };
    await app.person(PEOPLE.admin).saveSettings(tenYears);
    const years = Array.from({ length: 10 }, (_, n) => `${2017 + n}-01-15`);
    const ids = await logAll(years);
    await expect(anna().user('deleteEntries', { ids })).resolves.toMatchObject({ deleted: 10, remaining: 0 });
    expect(app.stored('day-totals')).toEqual([]);
  });

  it('skips what is not there, and counts an ID once that is named twice', async () => {
    const [first = '', second = ''] = await logAll(DAYS);
    await anna().user('deleteEntries', { ids: [first] });
    const ids = [first, second, second, randomUUID()];
    await expect(anna().user('deleteEntries', { ids })).resolves.toMatchObject({ deleted: 1, remaining: 3 });
  });

  it('is nothing for someone without data, and keeps nothing of it', async () => {
    const answer = await app.person(PEOPLE.noData).user('deleteEntries', { ids: [randomUUID()] });
    expect(answer).toEqual({ deleted: 0, remaining: 0 });
    expect(app.stored()).toEqual([]);
  });

  it('of the last entry leaves a registration that counts nothing', async () => {
    const ids = await logAll(DAYS.slice(0, 1));
    await anna().user('deleteEntries', { ids });
    expect(app.stored('standing')).toMatchObject([{ value: { counts: {}, empty: true } }]);
    await anna().log('2026-03-02');
    expect(app.stored('standing')).toMatchObject([{ value: { empty: false } }]);
  });

  it('at the same time from two windows leaves nothing of either', async () => {
    const ids = await logAll(DAYS);
    const answers = await Promise.all([
      anna().user('deleteEntries', { ids: ids.slice(0, 4) }),
      anna().user('deleteEntries', { ids: ids.slice(1) }),
    ]);
    expect(answers.map(({ error }) => error)).toEqual([undefined, undefined]);
    expect(storedIds()).toEqual([]);
  });

  it('while logging on the same day keeps totals and counts right', async () => {
    const ids = await logAll(['2026-03-02', '2026-03-02', '2026-03-02']);
    await Promise.all([
      anna().user('deleteEntries', { ids: ids.slice(0, 2) }),
      anna().log('2026-03-02', '2h'),
      anna().user('deleteEntries', { ids: ids.slice(2) }),
      anna().log('2026-03-01', '30m'),
    ]);
    expect(app.stored('time-entry')).toHaveLength(2);
  });

  test.each([
    ['none', { ids: [] }],
    ['too many', { ids: Array.from({ length: 101 }, () => randomUUID()) }],
    ['what is no ID', { ids: ['1'] }],
    ['an ID that is no list', { ids: randomUUID() }],
  ])('refuses %s', async (_, payload) => {
    await logAll(DAYS.slice(0, 2));
    const { error } = await anna().user('deleteEntries', payload);
    expect(error?.code).toBe('INVALID');
    expect(app.stored('time-entry')).toHaveLength(2);
  });
});

describe('Nobody deletes another’s entries', () => {
  it('by their IDs', async () => {
    const ids = await logAll(DAYS);
    await ben().log('2026-03-02');
    await expect(ben().user('deleteEntries', { ids })).resolves.toEqual({ deleted: 0, remaining: 1 });
    expect(app.stored('time-entry')).toHaveLength(6);
  });

  it('by an ID with the other’s account in it', async () => {
    const [id] = await logAll(DAYS);
    const { error } = await ben().user('deleteEntries', { ids: [`${PEOPLE.anna}#${id}`] });
    expect(error?.code).toBe('INVALID');
    expect(app.stored('time-entry')).toHaveLength(5);
  });

  it('by naming them in the payload', async () => {
    const ids = await logAll(DAYS);
    const { error } = await ben().user('deleteEntries', { ids, accountId: PEOPLE.anna });
    expect(error?.code).toBe('INVALID');
    expect(app.stored('time-entry')).toHaveLength(5);
  });
});

it('An administrator who deletes entries of somebody who was removed from the site does not say that they are back', async () => {
  const [id] = await logAll(DAYS.slice(0, 2));
  await app.forge.jira.removeFromSite(PEOPLE.anna);
  const asked = { accountId: PEOPLE.anna, reason: 'legal-duty', ids: [id] };
  await expect(app.person(PEOPLE.admin).admin('deleteEntriesOf', asked)).resolves.toMatchObject({
    deleted: 1,
  });
  const standing = app.stored('standing').find(({ key }) => key.endsWith(PEOPLE.anna));
  expect(standing).toMatchObject({ value: { removedAt: expect.any(String) as string } });
});
