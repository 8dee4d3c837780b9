import type { Standing } from '../../src/privacy/data-sets/registration';
import { MOST_UNDOS } from '../../src/privacy/data-sets/webhook';
import { crowdOf, siteWith } from '../setup/crowd';
import { letWaitingBeInForce } from '../setup/in-force';
import { PEOPLE } from '../setup/test-site';
import { useWebhook } from './webhook-scene';

const { anna, ben, chloe } = PEOPLE;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const crowd = crowdOf(40);
const scene = useWebhook({ site: siteWith(crowd) });
const { app, admin, bodyOf, closed, call, settle } = scene;
const SECURITY = { reason: 'security' } as const;

async function announce(body: string): Promise<void> {
  expect(await call(body)).toBe('202 accepted');
  await settle();
}
const handIn = (type: string, ...people: string[]): Promise<void> =>
  announce(bodyOf({ subject_request_type: type, accounts: people.map((accountId) => ({ accountId })) }));
const now = (): string => new Date(app.forge.clock.now()).toISOString();
const preview = (since?: string) => admin().admin('previewWebhookUndo', since === undefined ? {} : { since });
const undo = (since?: string) => admin().admin('undoWebhook', { ...SECURITY, ...(since && { since }) });
const soon = () => app.forge.clock.advance(10 * 60_000);
const standingOf = (whose: string): Standing | undefined =>
  app
    .stored('standing')
    .map(({ value }) => value as Standing)
    .find(({ accountId }) => accountId === whose);
const restrictedBy = (whose: string) => standingOf(whose)?.restrictedBy;
const requestsOf = async (whose: string) => (await app.person(whose).user('listMyRequests')).requests;
const lines = async (event: string) =>
  (await admin().admin('getAuditLog', { limit: 100 })).rows.filter((line) => line.event === event);
const lastUndo = async () => (await admin().admin('getWebhook')).undo;

describe('Undoing all that the webhook did', () => {
  it('lifts what came of its word alone, and withdraws what it handed in; nothing else', async () => {
    await app.person(chloe).log('2026-02-27');
    await app.person(chloe).user('openRequest', { type: 'portability' });
    await app.person(chloe).user('setRestriction', { restricted: true });
    const first = now();
    await announce(closed(anna, chloe));
    await handIn('erasure', ben);
    await handIn('access', ben, chloe);
    await handIn('portability', chloe);
    await admin().admin('setRestrictionOf', { accountId: ben, reason: 'legal-duty', restricted: true });
    const seen = await preview();
    expect(seen).toMatchObject({ people: { least: 3 }, requests: { least: 3 }, waiting: { least: 0 } });
    expect((seen.from ?? '') >= first).toBe(true);
    expect(await undo()).toMatchObject({ undo: { people: 0, requests: 0, reason: 'security' } });
    await soon();
    expect([anna, ben, chloe].map(restrictedBy)).toEqual([undefined, 'administrator', 'person']);
    expect(await requestsOf(ben)).toMatchObject([
      { status: 'withdrawn', withdrawnBy: 'administrator', madeBy: 'webhook' },
      { status: 'withdrawn', withdrawnBy: 'administrator', madeBy: 'webhook' },
    ]);
    const [own] = (await requestsOf(chloe)).filter(({ type }) => type === 'portability');
    expect(own).toMatchObject({ status: 'open' });
    expect(await lastUndo()).toMatchObject({ people: 3, requests: 3, endedAt: expect.any(String) as string });
    expect((await admin().admin('listAnnounced')).people).toEqual([]);
    expect(await preview()).toEqual({ people: { least: 0 }, requests: { least: 0 }, waiting: { least: 0 } });
  });

  it('is in the audit log once for each person and once for the act, with the reason, and the person sees it', async () => {
    await announce(closed(anna, ben));
    await handIn('erasure', ben);
    await undo();
    await soon();
    expect(await lines('webhook-undo-asked')).toMatchObject([{ role: 'administrator', ...SECURITY }]);
    expect(await lines('webhook-undone')).toMatchObject([SECURITY, SECURITY]);
    const { accesses } = await app.person(anna).user('getOverview');
    expect(accesses).toContainEqual({
      on: '2026-03-02',
      role: 'administrator',
      what: 'webhook-undone',
      ...SECURITY,
    });
  });

  it('finds nothing left the second time, and two who do so at once undo it once', async () => {
    await announce(closed(anna));
    const answers = await Promise.all([undo(), undo()]);
    expect(answers.filter(({ error }) => error)).toEqual([]);
    await soon();
    expect(await lines('webhook-undone')).toHaveLength(1);
    await undo();
    await soon();
    expect(await lines('webhook-undone')).toHaveLength(1);
    expect(await lastUndo()).toMatchObject({ people: 0, requests: 0, endedAt: expect.any(String) as string });
  });

  it('works while the webhook is off, and what comes after it is carried out', async () => {
    await announce(closed(anna));
    await admin().admin('disableWebhook');
    await undo();
    await soon();
    expect(restrictedBy(anna)).toBeUndefined();
    const { secret } = await admin().admin('enableWebhook');
    expect(await call(closed(anna, ben), {}, secret)).toBe('202 accepted');
    await app.forge.clock.advance(5 * DAY_MS);
    expect([anna, ben].map(restrictedBy)).toEqual(['webhook', 'webhook']);
  });

  it('has nobody erased on its word who was announced in that time', async () => {
    await admin().admin('setWebhookErasing', { erases: { afterDays: 7, mostADay: 100 } });
    await letWaitingBeInForce(app.forge);
    await announce(closed(anna));
    await app.forge.clock.advance(6 * DAY_MS);
    await undo();
    await app.forge.clock.advance(10 * DAY_MS);
    expect(app.stored('person').map(({ key }) => key)).toContain(anna);
  });

  it('needs a webhook, a reason, and a moment that has been', async () => {
    const later = new Date(app.forge.clock.now() + HOUR_MS).toISOString();
    expect(await undo(later)).toMatchObject({ error: { code: 'INVALID' } });
    expect(await admin().admin('undoWebhook', {})).toMatchObject({ error: { code: 'INVALID' } });
    expect(await admin().admin('undoWebhook', { ...SECURITY, since: 'yesterday' })).toMatchObject({
      error: { code: 'INVALID' },
    });
    const { id } = await app.forge.installations.create();
    const elsewhere = await app.person(PEOPLE.admin, id).admin('undoWebhook', SECURITY);
    expect(elsewhere).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(await lines('webhook-undo-asked')).toEqual([]);
  });
});

describe('Undoing what it did since a moment', () => {
  it('leaves what came before', async () => {
    await announce(closed(anna));
    await handIn('access', anna);
    await app.forge.clock.advance(HOUR_MS);
    const since = now();
    await app.forge.clock.advance(1000);
    await announce(closed(ben));
    await handIn('erasure', anna);
    expect(await preview(since)).toMatchObject({ people: { least: 2 }, requests: { least: 1 } });
    await undo(since);
    await soon();
    expect([anna, ben].map(restrictedBy)).toEqual(['webhook', undefined]);
    expect(standingOf(anna)).not.toHaveProperty('erasureAskedAt');
    const requests = await requestsOf(anna);
    expect(requests.map(({ type, status }) => [type, status]).sort()).toEqual([
      ['access', 'open'],
      ['erasure', 'withdrawn'],
    ]);
    expect(await lastUndo()).toMatchObject({ since, people: 2, requests: 1 });
  });
});

describe('What was not carried out yet when it is undone', () => {
  it('never is, though the queue delivers it later', async () => {
    app.forge.queue.mode.extraDelayMs = 30 * 60_000;
    expect(await call(closed(anna, ben))).toBe('202 accepted');
    const accounts = [{ accountId: anna }];
    expect(await call(bodyOf({ subject_request_type: 'access', accounts }))).toBe('202 accepted');
    await undo();
    await app.forge.clock.advance(5 * DAY_MS);
    expect([anna, ben].map(restrictedBy)).toEqual([undefined, undefined]);
    expect(app.stored('request')).toEqual([]);
  });

  it('is what waited for another day, too', async () => {
    for (const accountId of crowd) await app.person(accountId).log('2026-02-27');
    await admin().admin('setWebhookLimit', { mostADay: 5 });
    await announce(closed(...crowd));
    expect(await preview()).toMatchObject({ people: { least: 5 }, waiting: { least: 35 } });
    await undo();
    await soon();
    expect(await preview()).toEqual({ people: { least: 0 }, requests: { least: 0 }, waiting: { least: 0 } });
    expect(JSON.stringify(app.stored('webhook-request'))).not.toContain('waiting');
    await app.forge.clock.advance(3 * DAY_MS);
    expect(crowd.map(restrictedBy).filter(Boolean)).toEqual([]);
  });
});

describe('Undoing where storage and the queue are as they may be', () => {
  it.each([
    [150_000, 10 * 60_000],
    [26 * HOUR_MS, 3 * DAY_MS],
  ])('finds everybody, where lists lag by %d ms, within %d ms', async (lag, within) => {
    app.forge.storage.settings.queryLagMs = lag;
    await announce(closed(anna));
    await handIn('erasure', ben);
    await undo();
    await app.forge.clock.advance(within);
    expect([anna, ben].map(restrictedBy)).toEqual([undefined, undefined]);
    expect(await lastUndo()).toMatchObject({ people: 2, requests: 1 });
  });

  it('is begun by the daily run where the queue lost it, and doubled events undo nothing twice', async () => {
    await announce(closed(anna, ben));
    app.forge.queue.mode.losses = 1;
    await undo();
    await soon();
    expect(restrictedBy(anna)).toBe('webhook');
    app.forge.queue.mode.losses = 0;
    app.forge.queue.mode.duplicates = 1;
    await app.forge.clock.advance(DAY_MS + HOUR_MS);
    expect([anna, ben].map(restrictedBy)).toEqual([undefined, undefined]);
    expect(await lastUndo()).toMatchObject({ people: 2, endedAt: expect.any(String) as string });
    expect(await lines('webhook-undone')).toHaveLength(2);
  });

  it('is not forgotten over later ones, of which no more are taken than are remembered', async () => {
    await announce(closed(anna, ben));
    app.forge.queue.mode.losses = 1;
    await undo();
    const codes: Array<string | undefined> = [];
    for (let later = 0; later < MOST_UNDOS; later += 1) {
      await settle();
      codes.push((await undo(now())).error?.code);
    }
    expect(codes).toEqual([...Array.from({ length: MOST_UNDOS - 1 }, () => undefined), 'CONFLICT']);
    expect((await undo()).error).toBeUndefined();
    app.forge.queue.mode.losses = 0;
    await app.forge.clock.advance(DAY_MS + HOUR_MS);
    expect([anna, ben].map(restrictedBy)).toEqual([undefined, undefined]);
    expect((await undo(now())).error).toBeUndefined();
  });

  it.each(Array.from({ length: 18 }, (_, n) => n + 1))(
    'goes on where the function dies at call %d to storage',
    async (nth) => {
      await announce(closed(anna, ben));
      await undo();
      const end = app.forge.faults.add({ remote: 'kvs', nth, outcome: { kind: 'crash', when: 'after' } });
      await app.forge.clock.advance(60_000);
      end();
      await app.forge.clock.advance(2 * DAY_MS);
      expect([anna, ben].map(restrictedBy)).toEqual([undefined, undefined]);
      expect(await lastUndo()).toMatchObject({ people: 2, endedAt: expect.any(String) as string });
      expect(await lines('webhook-undone')).toHaveLength(2);
    },
  );
});
