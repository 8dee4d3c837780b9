import type { MyRequest } from '../../src/contract';
import { REQUEST, type PrivacyRequest } from '../../src/privacy/data-sets/request';
import { sha256 } from '../../src/privacy/digest';
import { rawRow } from '../setup/rows-of';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';
import { DECLINES } from './declines';
import { everyPage } from './pages';

const app = useForge();
const DAY_MS = 86_400_000;
const { anna: ANNA } = PEOPLE;
const anna = () => app.person(ANNA);
const admin = () => app.person(PEOPLE.admin);
const ask = (): Promise<MyRequest> => anna().user('openRequest', { type: 'access' });
const decline = (id: string) =>
  admin().admin('decideRequest', { accountId: ANNA, type: 'access', id, ...DECLINES.access });
const mine = async () => (await anna().user('listMyRequests')).requests;
const stored = () => app.stored('request').map(({ value }) => value as PrivacyRequest);

/** Asks for the same so many times, each answered a day later; gives their IDs in that order. */
async function askedAndDeclined(times: number): Promise<string[]> {
  const asked: string[] = [];
  await anna().log('2026-03-01');
  for (let n = 0; n < times; n += 1) {
    const { id } = await ask();
    await app.forge.clock.advance(DAY_MS);
    await decline(id);
    asked.push(id);
  }
  return asked;
}

describe('A request that was answered, when the person asks for the same again', () => {
  it('stays readable, for the person with its reason and for administrators', async () => {
    const [first] = await askedAndDeclined(1);
    const again = await ask();
    await app.forge.clock.advance(60_000);
    expect(await mine()).toMatchObject([
      { id: again.id, status: 'open' },
      { id: first, status: 'declined', declineReason: 'rights-of-others' },
    ]);
    const { requests } = await admin().admin('listRequests', { status: 'declined' });
    expect(requests).toMatchObject([{ id: first, accountId: ANNA }]);
    expect((await admin().admin('listRequests')).requests).toMatchObject([{ id: again.id }]);
  });

  it('is counted, exported, and erased with the person', async () => {
    await askedAndDeclined(3);
    await ask();
    await app.forge.clock.advance(60_000);
    expect(stored()).toHaveLength(4);
    const { dataSets } = await anna().user('getOverview');
    expect(dataSets).toContainEqual(expect.objectContaining({ name: 'request', records: 4 }));
    const { parts, counts } = await anna().user('exportPage');
    expect(counts).toMatchObject({ request: 4 });
    expect(parts.find(({ dataSet }) => dataSet === 'request')?.records).toHaveLength(4);
    await anna().user('eraseMyData', { receiptHash: sha256('CODE') });
    await app.forge.queue.settle({ delayed: true });
    expect(JSON.stringify(app.stored())).not.toContain(ANNA);
  });

  it('comes page by page, each once', async () => {
    const asked = await askedAndDeclined(5);
    const { id } = await ask();
    await app.forge.clock.advance(60_000);
    const pages = await everyPage((after) => anna().user('listMyRequests', { limit: 2, ...after }));
    expect(pages.length).toBeGreaterThan(1);
    const ids = pages.flatMap(({ requests }) => requests.map((request) => request.id));
    expect(ids).toHaveLength(6);
    expect(new Set(ids)).toEqual(new Set([...asked, id]));
  });

  it('is nobody’s to change any more, and says so', async () => {
    const [first = ''] = await askedAndDeclined(1);
    const again = await ask();
    const which = { type: 'access', id: first };
    expect((await anna().user('withdrawRequest', which)).error?.code).toBe('CONFLICT');
    const approved = await admin().admin('decideRequest', { accountId: ANNA, ...which, decision: 'approve' });
    expect(approved.error?.code).toBe('CONFLICT');
    // The same decision again, of which the answer was lost.
    expect(await decline(first)).toMatchObject({ request: { id: first, status: 'declined' } });
    expect(stored().map(({ id, status }) => [id, status])).toEqual(
      expect.arrayContaining([
        [first, 'declined'],
        [again.id, 'open'],
      ]),
    );
  });

  it('is listed, also while the lists still show it in its old place', async () => {
    const [first] = await askedAndDeclined(1);
    await app.forge.clock.advance(60_000);
    app.forge.storage.settings.queryLagMs = 30_000;
    const again = await ask();
    for (const laterMs of [0, 60_000]) {
      await app.forge.clock.advance(laterMs);
      const { requests } = await admin().admin('listRequests', { status: 'declined' });
      expect(requests.map(({ id }) => id)).toEqual([first]);
      expect((await mine()).map(({ id }) => id)).toEqual([again.id, first]);
    }
  });

  it('is listed once, however late each list shows where it is', async () => {
    await askedAndDeclined(1);
    const declined = async () =>
      (await admin().admin('listRequests', { status: 'declined' })).requests.map(({ id }) => id);
    app.forge.storage.settings.queryLagMs = { min: 0, max: 60_000 };
    for (let times = 2; times < 8; times += 1) {
      const { id } = await ask();
      for (let seconds = 0; seconds < 60; seconds += 2) {
        const listed = await declined();
        expect(new Set(listed).size).toBe(listed.length);
        await app.forge.clock.advance(2000);
      }
      await decline(id);
      await app.forge.clock.advance(60_000);
      expect(await declined()).toHaveLength(times);
    }
  });

  it('is still said to be answered, since somebody else may have asked for the person', async () => {
    await askedAndDeclined(1);
    const answered = async () => [
      (await anna().user('getPanel')).news.answeredAt,
      (await anna().user('getOverview')).news.answeredAt,
    ];
    const [before] = await answered();
    expect(before).toBeDefined();
    const letter = { accountId: ANNA, type: 'access', receivedOn: '2026-03-04', identified: 'known-address' };
    await admin().admin('openRequestOf', letter);
    await app.forge.clock.advance(60_000);
    expect(await answered()).toEqual([before, before]);
  });

  it('is found under no other kind of request', async () => {
    const [first = ''] = await askedAndDeclined(1);
    await ask();
    const answer = await admin().admin('decideRequest', {
      accountId: ANNA,
      type: 'portability',
      id: first,
      ...DECLINES.portability,
    });
    expect(answer.error?.code).toBe('NOT_FOUND');
  });

  it('moves aside once, however many ask at the same time', async () => {
    const [first] = await askedAndDeclined(1);
    const made = await Promise.all([1, 2, 3].map(ask));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(
      stored()
        .map(({ id }) => id)
        .sort(),
    ).toEqual([first, made[0]?.id].sort());
  });

  it('goes when its period ends, and the newer one stays', async () => {
    await askedAndDeclined(1);
    await app.forge.clock.advance(1090 * DAY_MS, { deliver: false });
    // Entries of today, so that Anna stays registered.
    await anna().log(new Date(app.forge.clock.now()).toISOString().slice(0, 10));
    const again = await ask();
    await app.forge.clock.advance(10 * DAY_MS);
    await app.forge.schedule.run('daily');
    await app.forge.queue.settle({ delayed: true });
    expect(stored()).toMatchObject([{ id: again.id, status: 'open' }]);
  });
});

test.each([
  ['0.1.0', {}],
  ['a later version', { madeBy: 'later-value' }],
])('a request as %s wrote it stays when the person asks again', async (_, more) => {
  const [id = ''] = await askedAndDeclined(1);
  const row = { ...stored()[0], receivedOn: undefined };
  const { storageId } = app.forge.installations.get();
  await app.forge.storage.load(storageId, [
    rawRow(REQUEST, `${ANNA}#access`, JSON.parse(JSON.stringify({ ...row, ...more })) as object),
  ]);
  const again = await ask();
  await app.forge.clock.advance(60_000);
  expect((await mine()).map((request) => request.id)).toEqual([again.id, id]);
  await anna().user('eraseMyData', { receiptHash: sha256('CODE') });
  await app.forge.queue.settle({ delayed: true });
  expect(JSON.stringify(app.stored())).not.toContain(ANNA);
});
