import { PEOPLE, TEST_SITE } from '../setup/test-site';
import { useWebhook } from './webhook-scene';

const people = TEST_SITE.people.map((one) =>
  one.accountId === PEOPLE.chloe ? { ...one, isAdmin: true } : one,
);
const { app, admin, call, closed, settle } = useWebhook({ site: { ...TEST_SITE, people } });
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const chloe = () => app.person(PEOPLE.chloe);

const WEEK = { afterDays: 7, mostADay: 10 };
const MONTH = { afterDays: 30, mostADay: 10 };
const wantErase = (erases?: object, was?: object, waited = false) =>
  admin().admin('setWebhookErasing', { ...(erases && { erases }), ...(was && { was }), waited });
const webhook = () => admin().admin('getWebhook');
const waits = async () => (await webhook()).erasesWaiting.map(({ setting, after }) => [setting, after]);
const held = () => app.stored('person').map(({ key }) => key);
const lines = async () =>
  (await admin().admin('getAuditLog')).rows
    .filter(({ event }) => event.startsWith('settings-'))
    .map(({ event, role }) => `${event} ${role}`);

/** Lets it erase after a month, and a day go by. */
async function afterMonth(): Promise<void> {
  await wantErase(MONTH);
  await app.forge.clock.advance(DAY_MS);
  await app.forge.schedule.run('daily');
}

describe('Erasing on the webhook’s word', () => {
  it('is switched on a day later, and is shown until then in the tab and among the figures', async () => {
    const saved = await wantErase(WEEK);
    expect(saved).not.toHaveProperty('erases');
    const from = expect.stringMatching(/^2026-03-03T/) as string;
    const waiting = [
      { setting: 'webhookErasesAfter', after: 7, from },
      { setting: 'webhookErasesMost', after: 10, from },
    ];
    expect(saved.erasesWaiting).toEqual(waiting);
    expect((await admin().admin('getDashboard')).waitingSettings).toEqual(waiting);
    await app.forge.clock.advance(DAY_MS - HOUR_MS);
    expect(await webhook()).not.toHaveProperty('erases');
    await app.forge.clock.advance(HOUR_MS);
    expect(await webhook()).toMatchObject({ erases: WEEK, erasesWaiting: [] });
    await app.forge.schedule.run('daily');
    expect((await lines()).slice(0, 2)).toEqual([
      'settings-changed system',
      'settings-change-waits administrator',
    ]);
  });

  it('erases nobody on that day, and then who was announced long enough ago', async () => {
    expect(await call(closed(PEOPLE.anna))).toBe('202 accepted');
    await settle();
    await app.forge.clock.advance(20 * DAY_MS);
    await wantErase(WEEK);
    await app.forge.schedule.run('daily');
    await app.forge.clock.advance(DAY_MS - HOUR_MS);
    await app.forge.schedule.run('daily');
    expect(held()).toContain(PEOPLE.anna);
    await app.forge.clock.advance(2 * HOUR_MS);
    await app.forge.schedule.run('daily');
    expect(held()).not.toContain(PEOPLE.anna);
  });

  it('is told in the notice from when it is in force', async () => {
    const said = async () => JSON.stringify((await app.person(PEOPLE.ben).user('getNotice')).sections);
    const before = await said();
    await wantErase(WEEK);
    expect(await said()).toBe(before);
    await app.forge.clock.advance(DAY_MS);
    expect(await said()).not.toBe(before);
  });

  it('can be taken back until then, by either administrator, once', async () => {
    await wantErase(WEEK);
    const back = await Promise.all([
      admin().admin('takeBackWebhookErasing'),
      chloe().admin('takeBackWebhookErasing'),
    ]);
    for (const answer of back)
      expect(answer.error?.code ?? answer.erasesWaiting).toEqual(answer.error ? 'CONFLICT' : []);
    expect(back.some(({ error }) => !error)).toBe(true);
    await app.forge.clock.advance(2 * DAY_MS);
    expect(await webhook()).not.toHaveProperty('erases');
    expect((await lines()).filter((line) => line.includes('taken-back'))).toHaveLength(1);
  });

  it('is not said to be taken back once it is in force', async () => {
    await wantErase(WEEK);
    await app.forge.clock.advance(DAY_MS);
    expect(await admin().admin('takeBackWebhookErasing')).toMatchObject({ error: { code: 'CONFLICT' } });
    expect((await webhook()).erases).toEqual(WEEK);
  });

  it.each([
    ['sooner', { afterDays: 7, mostADay: 10 }],
    ['more people a day', { afterDays: 30, mostADay: 11 }],
    ['sooner, and fewer people a day', { afterDays: 29, mostADay: 1 }],
  ])('waits as a whole where it is to erase %s', async (_, erases) => {
    await afterMonth();
    await wantErase(erases, MONTH);
    expect((await webhook()).erases).toEqual(MONTH);
    expect(await waits()).not.toEqual([]);
    await app.forge.clock.advance(DAY_MS);
    expect((await webhook()).erases).toEqual(erases);
  });

  it.each([
    ['later', { afterDays: 60, mostADay: 10 }],
    ['fewer people a day', { afterDays: 30, mostADay: 9 }],
    ['nobody', undefined],
  ])('is to erase %s at once, in the place of what waits', async (_, erases) => {
    await afterMonth();
    await wantErase(WEEK, MONTH);
    await wantErase(erases, WEEK, true);
    expect((await webhook()).erases).toEqual(erases);
    expect(await waits()).toEqual([]);
    await app.forge.clock.advance(2 * DAY_MS);
    expect((await webhook()).erases).toEqual(erases);
    expect((await lines()).slice(0, 3).sort()).toEqual([
      'settings-change-taken-back administrator',
      'settings-change-waits administrator',
      'settings-changed administrator',
    ]);
  });

  it('that is saved again waits from its first day', async () => {
    await wantErase(WEEK);
    const first = (await webhook()).erasesWaiting;
    await app.forge.clock.advance(HOUR_MS);
    await wantErase(WEEK);
    await wantErase(WEEK, WEEK, true);
    expect((await webhook()).erasesWaiting).toEqual(first);
  });

  it('does not wait on where the webhook is disabled', async () => {
    await wantErase(WEEK);
    await admin().admin('disableWebhook');
    await admin().admin('enableWebhook');
    await app.forge.clock.advance(2 * DAY_MS);
    expect(await webhook()).toMatchObject({ erasesWaiting: [] });
    expect(await webhook()).not.toHaveProperty('erases');
  });
});
