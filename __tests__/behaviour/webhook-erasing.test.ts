import { letWaitingBeInForce } from '../setup/in-force';
import { PEOPLE } from '../setup/test-site';
import { useWebhook } from './webhook-scene';

const scene = useWebhook();
const { app, admin, closed, call, settle } = scene;
const DAY_MS = 86_400_000;
const REASON = { reason: 'left-organisation' } as const;

const wantErase = (afterDays: number, mostADay: number) =>
  admin().admin('setWebhookErasing', { erases: { afterDays, mostADay } });
async function letErase(afterDays: number, mostADay: number) {
  const answer = await wantErase(afterDays, mostADay);
  await letWaitingBeInForce(app.forge);
  return answer;
}
/** Of those whom the webhook may announce: the administrator who enabled it is registered, too. */
const held = () =>
  app
    .stored('person')
    .map(({ key }) => key)
    .filter((key) => key !== PEOPLE.admin);
const announced = async () =>
  (await admin().admin('listAnnounced')).people.map(({ accountId }) => accountId).sort();
const lines = async () =>
  (await admin().admin('getAuditLog')).rows.map(({ event, role }) => `${event} ${role}`);

async function announce(...ids: string[]): Promise<void> {
  expect(await call(closed(...ids))).toBe('202 accepted');
  await settle();
}

describe('What is announced as closed', () => {
  it('is listed for administrators, with its day, and erased by nothing but their yes', async () => {
    await announce(PEOPLE.anna);
    expect((await admin().admin('getWebhook')).erases).toBeUndefined();
    expect((await admin().admin('listAnnounced')).people).toEqual([
      {
        accountId: PEOPLE.anna,
        what: 'closed',
        announcedAt: expect.stringMatching(/^2026-03-02T/) as string,
      },
    ]);
    expect(await lines()).toEqual(
      expect.arrayContaining(['announced-closed webhook', 'restriction-set webhook']),
    );
    await app.forge.clock.advance(200 * DAY_MS);
    expect(held()).toContain(PEOPLE.anna);
    const receiptHash = 'a'.repeat(64);
    await admin().admin('erasePerson', { accountId: PEOPLE.anna, ...REASON, receiptHash });
    await app.forge.clock.advance(300_000);
    expect(JSON.stringify(app.stored())).not.toContain(PEOPLE.anna);
    expect(await announced()).toEqual([]);
  });

  it('is dismissed by an administrator, who thereby lifts the restriction', async () => {
    await letErase(7, 10);
    await announce(PEOPLE.anna);
    await admin().admin('dismissAnnounced', { accountId: PEOPLE.anna, ...REASON });
    expect(await announced()).toEqual([]);
    expect(await app.person(PEOPLE.anna).log('2026-02-26')).not.toHaveProperty('error');
    await app.forge.clock.advance(10 * DAY_MS);
    expect(held()).toContain(PEOPLE.anna);
    expect(await lines()).toEqual(expect.arrayContaining(['announcement-dismissed administrator']));
  });

  it('leaves a restriction that the person set, and holds by itself once they lift that', async () => {
    const anna = app.person(PEOPLE.anna);
    await anna.user('setRestriction', { restricted: true });
    await announce(PEOPLE.anna);
    const lifted = await anna.user('setRestriction', { restricted: false });
    expect(lifted).toMatchObject({ restriction: { by: 'webhook' } });
    expect(await anna.user('setRestriction', { restricted: true })).toMatchObject({
      restriction: { by: 'webhook', own: expect.any(String) as string },
    });
    await admin().admin('dismissAnnounced', { accountId: PEOPLE.anna, ...REASON });
    expect((await anna.user('getOverview')).restriction).toMatchObject({ by: 'person' });
    expect(await anna.user('setRestriction', { restricted: false })).toEqual({ restriction: null });
  });

  it('is not the person’s to lift, and an administrator who lifts it has said no', async () => {
    await announce(PEOPLE.anna);
    const wanted = { restricted: false };
    expect(await app.person(PEOPLE.anna).user('setRestriction', wanted)).toMatchObject({
      error: { code: 'CONFLICT' },
    });
    await admin().admin('setRestrictionOf', { accountId: PEOPLE.anna, ...REASON, ...wanted });
    expect(await announced()).toEqual([]);
  });
});

describe('The setting to erase on its word', () => {
  it('is off until an administrator sets it, and recorded', async () => {
    const before = (await lines()).length;
    await letErase(7, 10);
    const was = { afterDays: 7, mostADay: 10 };
    expect(await admin().admin('getWebhook')).toMatchObject({ erases: was });
    expect(await admin().admin('setWebhookErasing', { was })).not.toHaveProperty('erases');
    expect((await lines()).slice(0, (await lines()).length - before).sort()).toEqual([
      'settings-change-waits administrator',
      'settings-changed administrator',
      'settings-changed system',
    ]);
  });

  it.each([
    [6, 10],
    [366, 10],
    [7, 0],
    [7, 101],
    [7.5, 1],
  ])('takes neither %d days nor %d a day', async (afterDays, mostADay) => {
    expect(await wantErase(afterDays, mostADay)).toMatchObject({ error: { code: 'INVALID' } });
    expect(await admin().admin('getWebhook')).not.toHaveProperty('erases');
  });

  it('deletes no administrator to whom the audit log leads, and says no day for it', async () => {
    await letErase(7, 10);
    await announce(PEOPLE.admin, PEOPLE.anna);
    const { people } = await admin().admin('listAnnounced');
    expect(people.find(({ accountId }) => accountId === PEOPLE.admin)).not.toHaveProperty('erasedFrom');
    await app.forge.clock.advance(9 * DAY_MS);
    expect(app.stored('person').map(({ key }) => key)).toEqual(
      expect.arrayContaining([PEOPLE.admin, PEOPLE.ben]),
    );
    expect(held()).not.toContain(PEOPLE.anna);
  });

  it('erases after its days through the one path, as the webhook’s, and nobody else', async () => {
    await letErase(7, 10);
    await announce(PEOPLE.anna);
    const [first] = (await admin().admin('listAnnounced')).people;
    expect(first?.erasedFrom).toMatch(/^2026-03-09T/);
    await app.forge.clock.advance(6 * DAY_MS);
    expect(held()).toContain(PEOPLE.anna);
    await app.forge.clock.advance(3 * DAY_MS);
    expect(held()).toEqual([PEOPLE.ben]);
    expect(JSON.stringify(app.stored())).not.toContain(PEOPLE.anna);
    const { erasures } = await admin().admin('listErasures');
    expect(erasures.map(({ askedBy }) => askedBy)).toEqual(['webhook']);
    expect(await lines()).toEqual(expect.arrayContaining(['erasure-asked webhook', 'erasure-done webhook']));
    expect((await app.person(PEOPLE.anna).log('2026-02-26')) as object).not.toHaveProperty('error');
  });

  it('leaves all its days to somebody whose announcement had to wait', async () => {
    await letErase(7, 100);
    await admin().admin('setWebhookLimit', { mostADay: 1 });
    await announce(PEOPLE.anna, PEOPLE.ben);
    await app.forge.clock.advance(4 * DAY_MS);
    const { people } = await admin().admin('listAnnounced');
    const days = people.map((person) => [person.announcedAt.slice(0, 10), person.erasedFrom?.slice(0, 10)]);
    expect(days.sort()).toEqual([
      ['2026-03-02', '2026-03-09'],
      ['2026-03-02', '2026-03-10'],
    ]);
    await app.forge.clock.advance(4 * DAY_MS - 3_600_000);
    expect(held()).toHaveLength(1);
    await app.forge.clock.advance(2 * DAY_MS);
    expect(held()).toEqual([]);
  });

  it('erases no more on one day than it says, however often the daily run comes', async () => {
    await app.person(PEOPLE.chloe).log('2026-02-27');
    await letErase(7, 1);
    await announce(PEOPLE.anna, PEOPLE.ben, PEOPLE.chloe);
    await app.forge.clock.advance(7 * DAY_MS - 60_000);
    expect(held()).toHaveLength(3);
    for (let quarter = 0; quarter < 16; quarter += 1) {
      await app.forge.clock.advance(DAY_MS / 4);
      for (let again = 0; again < 2; again += 1) await app.forge.schedule.run('daily');
    }
    expect(held()).toEqual([]);
    const { erasures } = await admin().admin('listErasures');
    const days = erasures.map(({ startedAt }) => startedAt.slice(0, 10));
    expect([...new Set(days)]).toHaveLength(3);
  });

  it('ends when the webhook is disabled, and stays off when it is enabled again', async () => {
    await letErase(7, 100);
    await announce(PEOPLE.anna, PEOPLE.ben);
    await admin().admin('disableWebhook');
    await app.forge.clock.advance(20 * DAY_MS);
    await admin().admin('enableWebhook');
    await app.forge.clock.advance(20 * DAY_MS);
    expect(held()).toHaveLength(2);
    expect(await announced()).toEqual([PEOPLE.anna, PEOPLE.ben].sort());
  });

  it('cannot be set while the webhook is off', async () => {
    await admin().admin('disableWebhook');
    expect(await wantErase(7, 10)).toMatchObject({ error: { code: 'CONFLICT' } });
  });
});
