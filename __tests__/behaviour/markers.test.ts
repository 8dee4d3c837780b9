import { sha256 } from '../../src/privacy/digest';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge();
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const receiptHash = sha256('a code');

const anna = () => app.person(PEOPLE.anna);
const erase = () => anna().user('eraseMyData', { receiptHash });
const eraseByAdmin = () =>
  app
    .person(PEOPLE.admin)
    .admin('erasePerson', { accountId: PEOPLE.anna, reason: 'person-asked', receiptHash });

/** From now on no erasure gets an entry deleted. */
const refuseEntries = (): (() => void) =>
  app.forge.faults.add({
    remote: 'kvs',
    path: '/api/v1/transaction',
    functionKey: 'run-job',
    matches: ({ body }) => body.includes('"time-entry"'),
    outcome: { kind: 'answer', status: 500 },
  });

/** Everyone is told of this erasure, and nothing new is kept. */
async function expectRunning(id: string): Promise<void> {
  expect(await anna().user('getOverview')).toMatchObject({ dataSets: [], erasing: { id } });
  expect(await anna().user('getPanel')).toMatchObject({ entries: [], erasing: id });
  expect(await anna().log('2026-03-02')).toMatchObject({ error: { code: 'CONFLICT' } });
  expect([(await erase()).id, (await eraseByAdmin()).id]).toEqual([id, id]);
}

async function expectGone(): Promise<void> {
  app.forge.storage.settings.queryLagMs = 0;
  await app.forge.clock.advance(2 * DAY_MS);
  expect(JSON.stringify(app.stored())).not.toContain(PEOPLE.anna);
  expect((await anna().log('2026-03-02')).error).toBeUndefined();
  expect((await anna().user('listEntries')).entries).toHaveLength(1);
}

describe('A marker', () => {
  it('that was written anew is not pruned by an index that lists the one before', async () => {
    await anna().log('2026-02-26');
    await erase();
    await app.forge.clock.advance(10 * MINUTE_MS);
    await app.forge.clock.advance(31 * DAY_MS, { deliver: false });
    app.forge.storage.settings.queryLagMs = MINUTE_MS;
    for (const day of ['2026-02-23', '2026-02-24', '2026-02-25', '2026-02-26']) await anna().log(day);
    const recover = refuseEntries();
    const { id } = await erase();
    await app.forge.schedule.run('daily');
    await expectRunning(String(id));
    recover();
    await expectGone();
  });

  it('stays while its erasure has not ended, and everyone is told of that one', async () => {
    await anna().log('2026-02-26');
    app.forge.queue.mode.losses = 1;
    const { id } = await erase();
    await app.forge.clock.advance(33 * DAY_MS);
    expect(app.stored('erasure')).toMatchObject([{ value: { state: 'stuck', subject: PEOPLE.anna } }]);
    await expectRunning(String(id));
    app.forge.queue.mode.losses = 0;
    await app.forge.schedule.run('daily');
    await expectGone();
    expect(app.stored('marker')).toEqual([]);
  });
});
