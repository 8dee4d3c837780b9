import { engine } from '../../../src/app';
import { personOf } from '../../behaviour/person';
import { stored, storeMentions } from '../../properties/stored';
import { openTestForge } from '../../setup/test-forge';
import { PEOPLE } from '../../setup/test-site';
import { DAY_MS, HOUR_MS } from './lived-in';

const MINUTE_MS = 60_000;

const ID = '11111111222243338444555555555555';
const ENTRY = {
  entityName: 'time-entry',
  key: `${PEOPLE.anna}#${ID}`,
  value: {
    accountId: PEOPLE.anna,
    issueId: '20001',
    startedOn: '2026-02-26',
    seconds: 3600,
    createdAt: '2026-02-26T10:00:00.000Z',
    position: `2026-02-26#${ID}`,
  },
};

afterEach(() => jest.restoreAllMocks());

it('A store that comes back at once is opened only when a look long after its closing found nothing', async () => {
  jest.spyOn(engine, 'pause').mockResolvedValue();
  const forge = await openTestForge();
  try {
    await personOf(forge, PEOPLE.ben).log('2026-02-25');
    forge.storage.settings.queryLagMs = 20 * MINUTE_MS;
    await forge.storage.handle(forge.installations.get().storageId, 'entity/set', JSON.stringify(ENTRY));
    // The row that says that the store is closed is listed at once, the entry that was written before is not.
    forge.storage.settings.queryLagMs = 0;
    const old = forge.installations.get().id;
    await forge.installations.uninstall();
    const { id } = await forge.installations.create();
    forge.installations.relink(old, id);

    const refused = await personOf(forge, PEOPLE.ben).user('getOverview');
    expect(refused.error?.code).toBe('CONFLICT');
    await forge.clock.advance(2 * HOUR_MS);
    expect(storeMentions(forge, PEOPLE.anna)).toBe(false);
    expect(stored(forge).entries).toEqual([]);

    await personOf(forge, PEOPLE.anna).log('2026-02-27');
    await forge.clock.advance(2 * DAY_MS);
    expect(stored(forge).entries).toHaveLength(1);
  } finally {
    await forge.close();
  }
});
