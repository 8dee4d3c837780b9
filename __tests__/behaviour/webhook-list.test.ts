import type { AnnouncedPerson } from '../../src/contract';
import { crowdOf, siteWith } from '../setup/crowd';
import { letWaitingBeInForce } from '../setup/in-force';
import { useWebhook } from './webhook-scene';

const crowd = crowdOf(120);
const scene = useWebhook({ site: siteWith(crowd) });
const { app, admin, bodyOf, closed, call, settle } = scene;
const REASON = { reason: 'security' } as const;

async function announce(body: string): Promise<void> {
  expect(await call(body)).toBe('202 accepted');
  await settle();
}
const erasureOf = (people: readonly string[]): string =>
  bodyOf({ subject_request_type: 'erasure', accounts: people.map((accountId) => ({ accountId })) });

/** The list as an administrator leafs through it. */
async function listed(limit: number): Promise<AnnouncedPerson[]> {
  const people: AnnouncedPerson[] = [];
  for (let after: string | undefined; ;) {
    const page = await admin().admin('listAnnounced', { limit, ...(after !== undefined && { after }) });
    expect(page.people.length).toBeLessThanOrEqual(limit);
    people.push(...page.people);
    if (page.next === undefined) return people;
    after = page.next;
  }
}

describe('The list of people of whom the webhook’s word stands', () => {
  it('shows all of them on pages, longest ago first, with those whom a request to erase restricted', async () => {
    for (const accountId of crowd) await app.person(accountId).log('2026-02-27');
    await admin().admin('setWebhookLimit', { mostADay: 1000 });
    const [first, second, third] = [crowd.slice(0, 40), crowd.slice(40, 80), crowd.slice(80)];
    await announce(closed(...first));
    await announce(erasureOf(second));
    await announce(closed(...third));
    const people = await listed(7);
    expect(people.map(({ accountId }) => accountId).sort()).toEqual([...crowd].sort());
    expect(people.map(({ what }) => what)).toEqual([
      ...first.map(() => 'closed'),
      ...second.map(() => 'erasure'),
      ...third.map(() => 'closed'),
    ]);
    expect((await listed(100)).map(({ accountId }) => accountId)).toEqual(people.map((one) => one.accountId));
  });

  it('shows all whom one call named, on however small pages', async () => {
    for (const accountId of crowd) await app.person(accountId).log('2026-02-27');
    await admin().admin('setWebhookLimit', { mostADay: 1000 });
    await announce(closed(...crowd));
    expect((await listed(7)).map(({ accountId }) => accountId)).toEqual([...crowd].sort());
  });

  it('shows somebody once of whom both was said, and whose restriction holds', async () => {
    const [one = '', two = ''] = crowd;
    for (const accountId of [one, two]) await app.person(accountId).log('2026-02-27');
    await announce(erasureOf([one, two]));
    await announce(closed(one));
    await admin().admin('setRestrictionOf', { accountId: two, ...REASON, restricted: true });
    expect(await listed(10)).toMatchObject([
      { accountId: two, what: 'erasure', held: true },
      { accountId: one, what: 'closed', erasureAsked: true },
    ]);
    await admin().admin('dismissAnnounced', { accountId: one, ...REASON });
    expect(await listed(1)).toMatchObject([
      { accountId: one, what: 'erasure' },
      { accountId: two, what: 'erasure' },
    ]);
  });

  it('shows nobody whose announcement an administrator has just dismissed, however late the index is', async () => {
    app.forge.storage.settings.queryLagMs = 600_000;
    const [one = ''] = crowd;
    await app.person(one).log('2026-02-27');
    await announce(closed(one));
    await app.forge.clock.advance(600_000);
    expect(await listed(10)).toHaveLength(1);
    await admin().admin('dismissAnnounced', { accountId: one, ...REASON });
    expect(await listed(10)).toEqual([]);
  });

  it('refuses to go on from a place that it did not give', async () => {
    for (const after of ['~', '0', 'x#y']) {
      expect(await admin().admin('listAnnounced', { after })).toMatchObject({ error: { code: 'INVALID' } });
    }
  });
});

describe('What waits for administrators', () => {
  const waiting = async () => (await admin().admin('getDashboard')).announced;

  it('is who was announced as closed, until they decide or let the webhook’s word erase', async () => {
    const [one = '', two = '', asks = '', held = ''] = crowd;
    for (const accountId of [one, two, asks, held]) await app.person(accountId).log('2026-02-27');
    expect(await waiting()).toEqual({ least: 0 });
    await announce(closed(one, two, asks, held));
    await announce(erasureOf([asks]));
    await admin().admin('setRestrictionOf', { accountId: held, ...REASON, restricted: true });
    expect(await waiting()).toEqual({ least: 2 });
    await admin().admin('dismissAnnounced', { accountId: one, ...REASON });
    expect(await waiting()).toEqual({ least: 1 });
    await admin().admin('setWebhookErasing', { erases: { afterDays: 30, mostADay: 5 } });
    expect(await waiting()).toEqual({ least: 1 });
    await letWaitingBeInForce(app.forge);
    expect(await waiting()).toEqual({ least: 0 });
  });

  it('is counted up to ten', async () => {
    const many = crowd.slice(0, 12);
    for (const accountId of many) await app.person(accountId).log('2026-02-27');
    await announce(closed(...many));
    expect(await waiting()).toEqual({ least: 10, more: true });
  });
});
