import { letWaitingBeInForce } from '../setup/in-force';
import { PEOPLE, TEST_SITE } from '../setup/test-site';
import { DAY_MS } from '../privacy/reporting/support';
import { useWebhook } from './webhook-scene';

const people = TEST_SITE.people.map((one) =>
  one.accountId === PEOPLE.chloe ? { ...one, isAdmin: true } : one,
);
const {
  app,
  admin: ada,
  call,
  closed,
} = useWebhook({
  site: { ...TEST_SITE, people },
  callMs: { min: 20, max: 60 },
});
const chloe = () => app.person(PEOPLE.chloe);
const view = () => ada().admin('getWebhook');
const lines = async () => (await ada().admin('getAuditLog')).rows;
const changes = async () =>
  (await lines()).filter(
    ({ event, changes: made }) => event === 'settings-changed' && made?.[0]?.setting !== 'webhook',
  );

const WEEK = { afterDays: 7, mostADay: 10 };
const MONTH = { afterDays: 30, mostADay: 10 };

describe('What another administrator saved of the webhook meanwhile', () => {
  it('is not overwritten by a stale limit, which is told what there is now', async () => {
    await ada().admin('setWebhookLimit', { mostADay: 200, was: 50 });
    const { error } = await chloe().admin('setWebhookLimit', { mostADay: 20, was: 50 });
    expect(error).toMatchObject({
      code: 'CONFLICT',
      fields: { mostADay: { key: 'refused-admin.saved-people', values: { count: 200 } } },
    });
    expect((await view()).restricting.mostADay).toBe(200);
    expect(await chloe().admin('setWebhookLimit', { mostADay: 20, was: 200 })).not.toHaveProperty('error');
    expect((await changes()).map(({ changes: made }) => made)).toMatchObject([
      [{ before: 200, after: 20 }],
      [{ before: 50, after: 200 }],
    ]);
  });

  it('is not overwritten by a stale form that lets its word erase', async () => {
    await ada().admin('setWebhookErasing', { erases: MONTH });
    const { error } = await chloe().admin('setWebhookErasing', { erases: WEEK });
    expect(error).toMatchObject({
      code: 'CONFLICT',
      fields: { 'erases.afterDays': { key: 'refused-admin.saved-days', values: { count: 30 } } },
    });
    expect((await view()).erasesWaiting).toMatchObject([{ after: 30 }, { after: 10 }]);
  });

  it('is not overwritten where its word erases nobody any more', async () => {
    await ada().admin('setWebhookErasing', { erases: MONTH });
    await letWaitingBeInForce(app.forge);
    await ada().admin('setWebhookErasing', { was: MONTH });
    const { error } = await chloe().admin('setWebhookErasing', { erases: WEEK, was: MONTH });
    expect(error?.fields?.['erases.afterDays']).toEqual({ key: 'refused-admin.saved-nobody' });
    expect(await view()).not.toHaveProperty('erases');
  });

  it('is not overwritten by a form from before what waited came into force', async () => {
    await ada().admin('setWebhookErasing', { erases: MONTH });
    await letWaitingBeInForce(app.forge);
    await ada().admin('setWebhookErasing', { erases: WEEK, was: MONTH });
    const loaded = { was: WEEK, waited: true };
    await letWaitingBeInForce(app.forge);
    const { error } = await chloe().admin('setWebhookErasing', { erases: MONTH, ...loaded });
    expect(error).toMatchObject({
      code: 'CONFLICT',
      fields: { 'erases.afterDays': { key: 'refused-admin.saved-days', values: { count: 7 } } },
    });
    expect((await view()).erases).toEqual(WEEK);
    const again = await chloe().admin('setWebhookErasing', { erases: MONTH, was: WEEK });
    expect(again).toMatchObject({ erases: MONTH });
  });

  it('is not switched off by a form that does not say what it was loaded with', async () => {
    await ada().admin('setWebhookErasing', { erases: MONTH });
    await letWaitingBeInForce(app.forge);
    expect((await chloe().admin('setWebhookErasing', {})).error?.code).toBe('CONFLICT');
    expect((await view()).erases).toEqual(MONTH);
  });

  it('is saved once where both save at the same moment, whoever wins', async () => {
    for (let round = 0; round < 5; round += 1) {
      const was = (await view()).restricting.mostADay;
      const before = (await changes()).length;
      const answers = await Promise.all([
        ada().admin('setWebhookLimit', { mostADay: 100 + 2 * round, was }),
        chloe().admin('setWebhookLimit', { mostADay: 101 + 2 * round, was }),
      ]);
      expect(answers.map(({ error }) => error?.code).sort()).toEqual(['CONFLICT', undefined]);
      expect(await changes()).toHaveLength(before + 1);
    }
  });

  it('is saved once where the same comes twice, or its answer is lost; calls that came meanwhile are no change', async () => {
    await ada().admin('setWebhookLimit', { mostADay: 60, was: 50 });
    expect(await call(closed(PEOPLE.noData))).toBe('202 accepted');
    expect(await ada().admin('setWebhookLimit', { mostADay: 60, was: 50 })).not.toHaveProperty('error');
    app.forge.faults.add({ path: '/api/v1/transaction', times: 1, outcome: { kind: 'lost-response' } });
    expect(await ada().admin('setWebhookErasing', { erases: WEEK })).toMatchObject({
      erasesWaiting: [{ after: 7 }, { after: 10 }],
    });
    expect(await changes()).toHaveLength(1);
    expect((await lines()).filter(({ event }) => event === 'settings-change-waits')).toHaveLength(1);
  });
});

describe('The address of the webhook', () => {
  const answerGraphQl = (outcome: Parameters<typeof app.forge.faults.add>[0]['outcome']) =>
    app.forge.faults.add({ path: '/graphql', outcome });

  it('is shown; where Atlassian does not answer that is said, and not that there is none', async () => {
    expect((await view()).address).toMatch(/^https:/);
    const end = answerGraphQl({ kind: 'answer', status: 503 });
    const silent = await view();
    expect(silent).toMatchObject({ enabled: true, addressNotAnswered: true });
    expect(silent).not.toHaveProperty('address');
    const { webhook } = await ada().admin('rotateWebhookSecret');
    expect(webhook).toMatchObject({ addressNotAnswered: true });
    end();
    expect(await view()).not.toHaveProperty('addressNotAnswered');
  });

  it('is none where Atlassian says so', async () => {
    const end = answerGraphQl({
      kind: 'answer',
      status: 200,
      body: { data: { webTriggerUrlsByAppContext: [] } },
    });
    const none = await view();
    end();
    expect(none).toMatchObject({ enabled: true });
    expect(none).not.toHaveProperty('address');
    expect(none).not.toHaveProperty('addressNotAnswered');
  });
});

describe('A number of the webhook that cannot be saved', () => {
  it.each([0, 5.5, 10_001])('is refused at its field with what can: a limit of %d', async (mostADay) => {
    const { error } = await ada().admin('setWebhookLimit', { mostADay, was: 50 });
    expect(error).toMatchObject({
      code: 'INVALID',
      fields: { mostADay: { key: 'refused-admin.whole-number', values: { least: 1, most: 10000 } } },
    });
  });

  it('is refused at its field inside what it belongs to', async () => {
    const { error } = await ada().admin('setWebhookErasing', { erases: { afterDays: 3, mostADay: 101 } });
    expect(error?.fields).toEqual({
      'erases.afterDays': { key: 'refused-admin.whole-number', values: { least: 7, most: 365 } },
      'erases.mostADay': { key: 'refused-admin.whole-number', values: { least: 1, most: 100 } },
    });
  });
});

test('The log says when the webhook was enabled, got a new secret, and was disabled with what its word could erase', async () => {
  await app.forge.clock.advance(1_000);
  await ada().admin('rotateWebhookSecret');
  await ada().admin('setWebhookErasing', { erases: MONTH });
  await app.forge.clock.advance(2 * DAY_MS);
  await ada().admin('disableWebhook');
  const said = (await lines()).filter(({ event }) => event === 'settings-changed');
  expect(said.map(({ changes: made }) => made?.map(({ setting, was, is }) => [setting, was, is]))).toEqual(
    expect.arrayContaining([
      [['webhook', 'no', 'yes']],
      [['webhookSecret', 'no', 'yes']],
      expect.arrayContaining([
        ['webhook', 'yes', 'no'],
        ['webhookErasesAfter', undefined, undefined],
      ]),
    ]),
  );
});
