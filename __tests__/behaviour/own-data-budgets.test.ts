import { loadPeople } from '../setup/loaded-person';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';
import { everyPage } from './pages';

const app = useForge({ storage: { quotas: 'off' } });
const receiptHash = 'a'.repeat(64);

/** The storage calls of every invocation since the records were last cleared, by kind. */
function storageCalls(): Record<string, number> {
  const all: Record<string, number> = {};
  for (const { calls } of app.forge.invocations.list()) {
    for (const [name, count] of Object.entries(calls)) {
      const kind = name.split('/api/v1/')[1];
      if (kind !== undefined) all[kind] = (all[kind] ?? 0) + count;
    }
  }
  return all;
}

const sum = (calls: Record<string, number>): number =>
  Object.values(calls).reduce((all, one) => all + one, 0);

async function withEntries(entries: number): Promise<void> {
  await loadPeople(app.forge, [
    { accountId: PEOPLE.anna, entries },
    { accountId: PEOPLE.ben, entries: 500 },
  ]);
  app.forge.invocations.clear();
}

describe('What an erasure costs before it runs', () => {
  it('to preview is a few reads, and to begin is a few more and one transaction', async () => {
    await withEntries(500);
    await app.person(PEOPLE.anna).user('previewErasure');
    expect(sum(storageCalls())).toBeLessThanOrEqual(3);
    app.forge.invocations.clear();
    await app.person(PEOPLE.anna).user('eraseMyData', { receiptHash });
    expect(storageCalls()['transaction']).toBe(1);
    expect(sum(storageCalls())).toBeLessThanOrEqual(6);
  });
});

describe('What looking at everything costs', () => {
  /** Everything of a person, page after page; gives the calls it took. */
  async function exportAll(ask: (after: object) => Promise<{ next?: string }>): Promise<number> {
    app.forge.invocations.clear();
    await everyPage(ask);
    return sum(storageCalls());
  }
  const own = (after: object) => app.person(PEOPLE.anna).user('exportPage', after);
  const theirs = (after: object) =>
    app.person(PEOPLE.admin).admin('exportPageOf', { accountId: PEOPLE.anna, reason: 'security', ...after });
  const settle = () => app.forge.clock.advance(16 * 60_000, { deliver: false });

  it('is six reads for the overview', async () => {
    await withEntries(684);
    await app.person(PEOPLE.anna).user('getOverview');
    expect(sum(storageCalls())).toBe(6);
  });

  test.each([0, 1, 99, 684, 2000])(
    'is one read for each hundred records of an export, one for each five hundred, and ten more: %d entries',
    async (entries) => {
      await withEntries(Math.max(entries, 1));
      await settle();
      const records = entries + 10;
      const most = Math.ceil(records / 100) + Math.ceil(records / 500) + 10;
      expect(await exportAll(own)).toBeLessThanOrEqual(most);
      expect(app.forge.invocations.list().length).toBeLessThanOrEqual(Math.ceil(records / 500));
    },
  );

  it('is said with each page of an export, in the units that Forge counts', async () => {
    await withEntries(1200);
    const used = () => app.forge.storage.usage(app.forge.installations.get().storageId).readUnits;
    for (const moment of ['lists may be late', 'settled']) {
      if (moment === 'settled') await settle();
      let before = used();
      await everyPage(async (after: object) => {
        const page = await app.person(PEOPLE.anna).user('exportPage', after);
        const cost = used() - before;
        before += cost;
        expect(page.units - cost).toBeGreaterThanOrEqual(0);
        // One for each kind of record of which there is none: requests, and acts of an administrator.
        expect(page.units - cost).toBeLessThanOrEqual(2);
        return page;
      });
    }
  });

  it('is four more for each hundred while lists may be late, and four more for a page of an administrator', async () => {
    await withEntries(684);
    expect(await exportAll(own)).toBeLessThanOrEqual(6 * 7 + 8);
    await settle();
    expect(await exportAll(theirs)).toBeLessThanOrEqual(6 * 7 + 8);
  });
});
