import { randomUUID } from 'node:crypto';
import type { ListedEntry } from '../../src/contract';
import { loadPeople } from '../setup/loaded-person';
import { SHORT_PAGES } from '../setup/test-forge';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';
import { everyPage } from './pages';

const app = useForge({ storage: SHORT_PAGES });
const anna = () => app.person(PEOPLE.anna);

async function allOf(filter: object = {}): Promise<ListedEntry[]> {
  const pages = await everyPage((after) => anna().user('listEntries', { ...filter, ...after }));
  return pages.flatMap(({ entries }) => entries);
}

const placesOf = (entries: readonly ListedEntry[]): string[] =>
  entries.map(({ startedOn, id }) => `${startedOn}#${id}`);

const newestFirst = (places: readonly string[]): string[] => [...places].sort().reverse();

describe('A list of entries', () => {
  it('is empty for someone without any', async () => {
    await expect(anna().user('listEntries')).resolves.toEqual({ entries: [] });
  });

  it('holds one’s own only, newest day first', async () => {
    for (const day of ['2026-02-27', '2026-03-02', '2026-02-28']) await anna().log(day);
    await app.person(PEOPLE.ben).log('2026-03-01');
    const entries = await allOf();
    expect(entries.map(({ startedOn }) => startedOn)).toEqual(['2026-03-02', '2026-02-28', '2026-02-27']);
    expect(new Set(entries.map(({ accountId }) => accountId))).toEqual(new Set([PEOPLE.anna]));
  });

  test.each<[string, object, string[]]>([
    ['from a day on, itself included', { from: '2026-02-28' }, ['2026-03-02', '2026-03-01', '2026-02-28']],
    ['to a day, itself included', { to: '2026-02-28' }, ['2026-02-28', '2026-02-27']],
    ['between two days', { from: '2026-02-28', to: '2026-03-01' }, ['2026-03-01', '2026-02-28']],
    ['on one day', { from: '2026-03-01', to: '2026-03-01' }, ['2026-03-01']],
    ['on a day without entries', { from: '2026-01-01', to: '2026-01-31' }, []],
    ['on an issue', { issueId: '20002' }, ['2026-03-01', '2026-02-27']],
    ['on an issue from a day on', { issueId: '20002', from: '2026-02-28' }, ['2026-03-01']],
    ['on an issue without entries', { issueId: '99999' }, []],
  ])('can be narrowed: %s', async (_, filter, days) => {
    await anna().log('2026-02-27', '1h', '20002');
    await anna().log('2026-02-28', '1h', '20001');
    await anna().log('2026-03-01', '1h', '20002');
    await anna().log('2026-03-02', '1h', '20003');
    const entries = await allOf(filter);
    expect(entries.map(({ startedOn }) => startedOn)).toEqual(days);
  });

  test.each<[string, object, string]>([
    ['a day that is none', { from: '2026-02-30' }, 'from'],
    ['an issue key', { issueId: 'OPEN-1' }, 'issueId'],
    ['a page of nothing', { limit: 0 }, 'limit'],
    ['too large a page', { limit: 101 }, 'limit'],
    ['half a row', { limit: 1.5 }, 'limit'],
    ['a first day after the last', { from: '2026-03-02', to: '2026-03-01' }, 'from'],
  ])('cannot be narrowed by %s', async (_, filter, field) => {
    const { error } = await anna().user('listEntries', filter);
    expect(error).toMatchObject({
      code: 'INVALID',
      fields: { [field]: { key: expect.any(String) as string } },
    });
  });
});

const stored = (): string[] =>
  app.stored('time-entry').map(({ value }) => (value as { position: string }).position);

describe('A list of entries, oldest day first', () => {
  test.each([1, 7, 50, 100])('gives each once and in that order, by %d', async (limit) => {
    await loadPeople(app.forge, [{ accountId: PEOPLE.anna, entries: 101 }]);
    expect(placesOf(await allOf({ order: 'oldest-first', limit }))).toEqual([...stored()].sort());
  });

  it('keeps to its filter', async () => {
    await loadPeople(app.forge, [{ accountId: PEOPLE.anna, entries: 101 }]);
    const within = { from: '2021-01-03', to: '2021-01-09', issueId: '20002', limit: 3 };
    const listed = placesOf(await allOf({ ...within, order: 'oldest-first' }));
    expect(listed.length).toBeGreaterThan(9);
    expect(listed).toEqual(placesOf(await allOf(within)).reverse());
  });
});

describe('The sum of a list', () => {
  const sumOf = async (filter: object): Promise<number | undefined> =>
    (await anna().user('listEntries', filter)).seconds;

  it('is of all that match, on every page, also while the list lags behind', async () => {
    await anna().log('2025-12-31', '4h');
    await anna().log('2026-01-01', '2h');
    await anna().log('2026-03-02', '1h');
    await app.person(PEOPLE.ben).log('2026-03-02', '8h');
    const first = await anna().user('listEntries', { limit: 1 });
    expect(first).toMatchObject({ seconds: 7 * 3600, entries: [{ seconds: 3600 }] });
    expect(await sumOf({ limit: 1, after: first.next })).toBe(7 * 3600);
    expect(await sumOf({ from: '2025-12-31', to: '2026-01-01' })).toBe(6 * 3600);
    expect(await sumOf({ from: '2026-01-02' })).toBe(3600);
    expect(await sumOf({ to: '2024-12-31' })).toBe(0);
    app.forge.storage.settings.queryLagMs = 3_600_000;
    await anna().log('2026-03-01', '30m');
    expect(await sumOf({ from: '2026-03-01', to: '2026-03-01' })).toBe(1800);
  });

  it('is not said of a work item, nor where some time is older than the app looks, nor of somebody else', async () => {
    await anna().log('2026-03-02', '1h', '20001');
    expect(await sumOf({ issueId: '20001' })).toBeUndefined();
    const of = { accountId: PEOPLE.anna, reason: 'person-asked' };
    expect(await app.person(PEOPLE.admin).admin('listEntriesOf', of)).not.toHaveProperty('seconds');
    await loadPeople(app.forge, [{ accountId: PEOPLE.anna, entries: 3, firstDay: '1999-12-31' }]);
    expect(await sumOf({ from: '2026-03-02' })).toBeUndefined();
  });
});

describe('The pages of a list', () => {
  it('give thousands of entries, each once, in order', async () => {
    await loadPeople(app.forge, [{ accountId: PEOPLE.anna, entries: 3007 }]);
    expect(placesOf(await allOf({ limit: 100 }))).toEqual(newestFirst(stored()));
  });

  test.each([1, 2, 5, 49, 50, 51])('neither skip nor loop with 51 entries by %d', async (limit) => {
    await loadPeople(app.forge, [{ accountId: PEOPLE.anna, entries: 51 }]);
    const pages = await everyPage((after) => anna().user('listEntries', { limit, ...after }));
    expect(pages.map(({ entries }) => entries.length).every((length) => length <= limit)).toBe(true);
    expect(pages).toHaveLength(Math.ceil(51 / limit));
    expect(placesOf(pages.flatMap(({ entries }) => entries))).toEqual(newestFirst(stored()));
  });

  it('keep to their filter', async () => {
    await loadPeople(app.forge, [{ accountId: PEOPLE.anna, entries: 400 }]);
    const filter = { issueId: '20002', from: '2021-01-15', to: '2021-02-20', limit: 7 };
    const expected = stored().filter((place) => {
      const within = place >= '2021-01-15' && place < '2021-02-21';
      return within && Number(place.slice(-6)) % 3 === 1;
    });
    expect(expected.length).toBeGreaterThan(50);
    expect(placesOf(await allOf(filter))).toEqual(newestFirst(expected));
  });

  it('give what was there all along, each once, while entries come and go', async () => {
    await loadPeople(app.forge, [{ accountId: PEOPLE.anna, entries: 60 }]);
    const before = stored();
    const gone = before.filter((_, at) => at % 10 === 3);
    const pages = await everyPage(async (after) => {
      const page = await anna().user('listEntries', { limit: 9, ...after });
      const [next] = gone.splice(0, 1);
      if (next) await anna().user('deleteEntries', { ids: [next.slice(11)] });
      await anna().user('logTime', { requestId: randomUUID(), startedOn: '2023-06-01', duration: '1m' });
      return page;
    });
    const listed = placesOf(pages.flatMap(({ entries }) => entries));
    expect(new Set(listed).size).toBe(listed.length);
    const stayed = before.filter((place) => stored().includes(place));
    expect(stayed.filter((place) => !listed.includes(place))).toEqual([]);
  });

  it('come to an end while queries lag, and hold everything once they have caught up', async () => {
    app.forge.storage.settings.queryLagMs = { min: 0, max: 20_000 };
    for (let n = 0; n < 30; n += 1)
      await anna().log(`2026-02-${String(1 + (n % 28)).padStart(2, '0')}`, '1m');
    const early = placesOf(await allOf({ limit: 7 }));
    expect(new Set(early).size).toBe(early.length);
    await app.forge.clock.advance(20_000, { deliver: false });
    expect(placesOf(await allOf({ limit: 7 }))).toEqual(newestFirst(stored()));
  });
});
