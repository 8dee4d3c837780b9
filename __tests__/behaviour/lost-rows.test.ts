import { kvs } from '@forge/kvs';
import { contradictions, storeMentions } from '../properties/stored';
import { useForge } from '../setup/use-forge';
import { PEOPLE } from '../setup/test-site';

const app = useForge({ callMs: { min: 20, max: 60 } });
const { admin, anna, ben, chloe } = PEOPLE;
const HASH = 'a'.repeat(64);
const DAY_MS = 86_400_000;

/** What a restored backup may leave out. */
const lose = (path: string, fields: object): Promise<unknown> =>
  app.forge.storage.handle(app.forge.installations.get().storageId, path, JSON.stringify(fields));
const loseStanding = (accountId: string) =>
  lose('entity/delete', { entityName: 'standing', key: `standing#${accountId}` });
const loseLiveRow = (accountId: string) => lose('entity/delete', { entityName: 'person', key: accountId });
const losePepper = () => lose('secret/delete', { key: 'pepper' });

const erased = async (accountId: string): Promise<void> => {
  await app.forge.clock.advance(2 * DAY_MS);
  expect(storeMentions(app.forge, accountId)).toBe(false);
  const states = app.stored('erasure').map(({ value }) => (value as { state: string }).state);
  expect(new Set(states)).toEqual(new Set(['confirmed']));
};

/** Has this happen once, as soon as it was read that nobody was erased. */
function afterMarkerRead(happens: () => Promise<unknown>): void {
  const entity = kvs.entity.bind(kvs);
  const spy = jest.spyOn(kvs, 'entity').mockImplementation((name) => {
    const rows = entity(name);
    if (name !== 'marker') return rows;
    spy.mockRestore();
    const get = rows.get.bind(rows);
    rows.get = (async (key: string) => {
      const marker = await get(key);
      await happens();
      return marker;
    }) as typeof get;
    return rows;
  });
}

afterEach(() => jest.restoreAllMocks());

beforeEach(async () => {
  for (const day of ['2026-02-25', '2026-02-26']) await app.person(anna).log(day);
  await app.person(ben).log('2026-02-26');
  await app.forge.clock.advance(60_000);
});

describe.each([
  ['standing row', loseStanding],
  ['live row, but not their standing row,', loseLiveRow],
])('Somebody whose %s was lost', (_, lose) => {
  it('sees what is kept, can change it, and export it', async () => {
    await lose(anna);
    const { dataSets } = await app.person(anna).user('getOverview');
    expect(dataSets).toContainEqual(expect.objectContaining({ name: 'time-entry', records: 2 }));
    expect((await app.person(anna).log('2026-02-27')).error).toBeUndefined();
    const page = await app.person(anna).user('exportPage');
    expect(page.counts).toMatchObject({ 'time-entry': 3, 'day-totals': 1 });
    expect(contradictions(app.forge)).toEqual([]);
  });
});

describe('Somebody whose standing row was lost', () => {
  beforeEach(() => loseStanding(anna));

  it('is shown to administrators who look for them, and in the list from then on', async () => {
    const found = await app.person(admin).admin('listPeople', { only: [anna, chloe] });
    expect(found.people).toMatchObject([{ accountId: anna }]);
    const { people } = await app.person(admin).admin('listPeople');
    expect(people.map(({ accountId }) => accountId).sort()).toEqual([anna, ben].sort());
  });

  it('can erase themselves', async () => {
    const job = await app.person(anna).user('eraseMyData', { receiptHash: HASH });
    expect(job).toMatchObject({ state: 'fenced' });
    await erased(anna);
  });

  it('can be erased by an administrator', async () => {
    const asked = { accountId: anna, reason: 'person-asked', receiptHash: HASH };
    expect((await app.person(admin).admin('erasePerson', asked)).error).toBeUndefined();
    await erased(anna);
  });

  it('gets one standing row, whatever happens at the same moment', async () => {
    const answers = await Promise.all([
      app.person(anna).user('getOverview'),
      app.person(anna).log('2026-02-27'),
      app.person(anna).log('2026-02-28'),
      app.person(admin).admin('listPeople', { only: [anna] }),
    ]);
    expect(answers.filter(({ error }) => error)).toEqual([]);
    expect(contradictions(app.forge)).toEqual([]);
  });

  it('gets none where they are erased at that moment', async () => {
    await Promise.all([
      app.person(anna).user('eraseMyData', { receiptHash: HASH }),
      app.person(anna).user('getOverview'),
      app.person(anna).log('2026-02-27'),
    ]);
    await app.forge.clock.advance(2 * DAY_MS);
    expect(app.stored('standing').map(({ key }) => key)).not.toContain(`standing#${anna}`);
  });
});

test('somebody whose standing row and cohort were lost stands in one again, and can be erased', async () => {
  await loseStanding(anna);
  await loseStanding(ben);
  const [cohort] = app.stored('cohort');
  await app.forge.storage.load(app.forge.installations.get().storageId, [
    {
      store: 'entity',
      entityName: 'cohort',
      key: cohort?.key ?? '',
      value: { ...(cohort?.value as object), size: 0, members: [] },
    },
  ]);
  for (const accountId of [anna, ben]) await app.person(accountId).user('getOverview');
  expect(contradictions(app.forge)).toEqual([]);
  await app.person(anna).user('eraseMyData', { receiptHash: HASH });
  await erased(anna);
});

describe('Somebody whose live row was lost, while their standing row stands', () => {
  beforeEach(() => loseLiveRow(anna));

  it('can erase themselves, and be erased by an administrator', async () => {
    expect(await app.person(anna).user('eraseMyData', { receiptHash: HASH })).toMatchObject({
      state: 'fenced',
    });
    await loseLiveRow(ben);
    const asked = { accountId: ben, reason: 'person-asked', receiptHash: 'b'.repeat(64) };
    expect((await app.person(admin).admin('erasePerson', asked)).error).toBeUndefined();
    await erased(anna);
    expect(storeMentions(app.forge, ben)).toBe(false);
  });

  it('goes on, where a scan finds them first: nothing of theirs is erased', async () => {
    await app.person(ben).user('eraseMyData', { receiptHash: HASH });
    await app.forge.clock.advance(2 * DAY_MS);
    expect(app.stored('person').map(({ key }) => key)).toEqual([anna]);
    expect(app.stored('time-entry')).toHaveLength(2);
    expect(contradictions(app.forge)).toEqual([]);
  });

  it('gets one live row, whatever happens at the same moment', async () => {
    const answers = await Promise.all([
      app.person(anna).user('getOverview'),
      app.person(anna).log('2026-02-27'),
      app.person(anna).log('2026-02-28'),
      app.person(admin).admin('listPeople', { only: [anna] }),
    ]);
    expect(answers.filter(({ error }) => error)).toEqual([]);
    expect(contradictions(app.forge)).toEqual([]);
  });

  it.each(['fails', 'passes'] as const)(
    'gets none where they are erased in between, where a condition on a missing row %s',
    async (meaning) => {
      app.forge.storage.settings.conditionOnMissingRow = meaning;
      afterMarkerRead(() => app.person(anna).user('eraseMyData', { receiptHash: HASH }));
      expect((await app.person(anna).user('listEntries')).entries).toEqual([]);
      await erased(anna);
    },
  );

  it('is erased where the standing row is from before an erasure', async () => {
    const [standing] = app.stored('standing').filter(({ key }) => key === `standing#${anna}`);
    await app.person(anna).user('eraseMyData', { receiptHash: HASH });
    await app.forge.clock.advance(10 * 60_000);
    await app.forge.storage.load(app.forge.installations.get().storageId, [
      { store: 'entity', entityName: 'standing', key: standing?.key ?? '', value: standing?.value },
    ]);
    expect((await app.person(anna).user('getOverview')).dataSets).toEqual([]);
    await erased(anna);
  });
});

describe('Where the key of the markers was lost', () => {
  beforeEach(async () => {
    await app.person(chloe).log('2026-02-26');
    await app.person(chloe).user('eraseMyData', { receiptHash: HASH });
    await losePepper();
  });

  it('an erasure that was running ends, and whoever was erased may come back', async () => {
    await erased(chloe);
    expect((await app.person(chloe).log('2026-03-04')).error).toBeUndefined();
    expect(contradictions(app.forge)).toEqual([]);
  });

  it('people can still be erased, and erasures are confirmed', async () => {
    expect((await app.person(anna).user('eraseMyData', { receiptHash: HASH })).error).toBeUndefined();
    expect((await app.person(anna).user('getOverview')).erasing).toMatchObject({ askedBy: 'person' });
    await erased(anna);
    expect(storeMentions(app.forge, chloe)).toBe(false);
  });
});
