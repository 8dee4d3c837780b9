import type { RequestType } from '../../src/contract';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';
import { DECLINES } from './declines';
import { everyPage } from './pages';

const app = useForge();
const DAY_MS = 86_400_000;
const admin = () => app.person(PEOPLE.admin);

async function opened(type: RequestType, accountId: string): Promise<void> {
  await app.person(accountId).log('2026-03-02');
  await app.person(accountId).user('openRequest', { type });
}

describe('The list of requests', () => {
  it('has the one that is due first at the top, page by page, and only those in that state', async () => {
    const people = [PEOPLE.anna, PEOPLE.ben, PEOPLE.chloe];
    for (const accountId of people) {
      await opened('access', accountId);
      await opened('portability', accountId);
      await app.forge.clock.advance(DAY_MS);
    }
    const pages = await everyPage((after) => admin().admin('listRequests', { limit: 2, ...after }));
    const all = pages.flatMap(({ requests }) => requests);
    expect(all).toHaveLength(6);
    expect(all.map(({ dueOn }) => dueOn)).toEqual(all.map(({ dueOn }) => dueOn).sort());
    const { accountId, type, id } = all[0] ?? { accountId: '', type: 'access' as const, id: '' };
    await admin().admin('decideRequest', { accountId, type, id, ...DECLINES[type] });
    expect((await admin().admin('listRequests')).requests).toHaveLength(5);
    expect((await admin().admin('listRequests', { status: 'declined' })).requests).toMatchObject([{ id }]);
  });

  it('misses none that waited all along where one is extended between two pages, though it may come twice', async () => {
    for (const accountId of [PEOPLE.anna, PEOPLE.ben, PEOPLE.chloe]) await opened('access', accountId);
    const ids = new Set<string>();
    let extended = false;
    app.forge.storage.settings.queryLagMs = 1_000;
    await everyPage(async (after) => {
      const page = await admin().admin('listRequests', { limit: 1, ...after });
      const [row] = page.requests;
      if (row) ids.add(row.id);
      if (row && !extended) {
        const { accountId, type, id } = row;
        await admin().admin('extendRequest', { accountId, type, id, reason: 'complex' });
        extended = true;
      }
      await app.forge.clock.advance(700);
      return page;
    });
    expect(ids.size).toBe(3);
  });
});
