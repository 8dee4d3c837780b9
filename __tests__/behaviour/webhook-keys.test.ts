import { WEBHOOK_SECRET_KEY } from '../../src/privacy/data-sets/webhook';
import { PEOPLE } from '../setup/test-site';
import { useWebhook } from './webhook-scene';

const scene = useWebhook();
const { app, admin, closed, request, call } = scene;
const DAY_MS = 86_400_000;

describe('Its keys', () => {
  it('are both valid during a rotation; the older ends after seven days, and the oldest at once', async () => {
    const old = scene.secret;
    const { secret: next } = await admin().admin('rotateWebhookSecret');
    expect(await call(closed(PEOPLE.anna), {}, old)).toBe('202 accepted');
    expect(await call(closed(PEOPLE.anna), {}, next)).toBe('202 accepted');
    expect((await admin().admin('getWebhook')).keys).toHaveLength(2);
    const { secret: last } = await admin().admin('rotateWebhookSecret');
    expect(await call(closed(PEOPLE.anna), {}, old)).toBe('401 unauthenticated');
    await app.forge.clock.advance(7 * DAY_MS + 1000);
    const before = app.stored();
    expect(await call(closed(PEOPLE.anna), {}, next)).toBe('401 unauthenticated');
    expect(app.stored()).toEqual(before);
    expect(await call(closed(PEOPLE.anna), {}, last)).toBe('202 accepted');
    expect((await admin().admin('getWebhook')).keys).toHaveLength(1);
  });

  it('are shown once', async () => {
    expect(JSON.stringify(await admin().admin('getWebhook'))).not.toContain(scene.secret);
  });

  it('end when the webhook is disabled, and its address with them', async () => {
    const { address = '' } = await admin().admin('getWebhook');
    expect(address).toMatch(/^https:\/\/.*\.webtrigger\.atlassian\.app\/public\//);
    const taken = request(closed(PEOPLE.anna));
    expect((await app.forge.webTrigger(address, taken)).statusCode).toBe(202);
    expect(await admin().admin('disableWebhook')).toMatchObject({ enabled: false, keys: [] });
    expect(app.forge.webTriggers.urls()).toEqual([]);
    expect((await app.forge.webTrigger(address, request(closed(PEOPLE.ben)))).statusCode).toBe(404);
    expect(await call(closed(PEOPLE.ben))).toBe('401 unauthenticated');
    const again = await admin().admin('enableWebhook');
    expect(await call(closed(PEOPLE.ben))).toBe('401 unauthenticated');
    expect(await call(closed(PEOPLE.ben), {}, again.secret)).toBe('202 accepted');
  });

  it('are made of a secret that is overwritten when it is disabled', async () => {
    const secretNow = () => app.stored().find(({ key }) => key === WEBHOOK_SECRET_KEY)?.value;
    const before = secretNow();
    expect(before).toBeDefined();
    await admin().admin('disableWebhook');
    expect(secretNow()).toBeDefined();
    expect(secretNow()).not.toEqual(before);
  });

  it('are not given twice for one enabling, nor renewed while it is off', async () => {
    expect(await admin().admin('enableWebhook')).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(await call(closed(PEOPLE.anna))).toBe('202 accepted');
    await admin().admin('disableWebhook');
    expect(await admin().admin('rotateWebhookSecret')).toMatchObject({ error: { code: 'CONFLICT' } });
  });
});

it('says that Atlassian gave no address, where that is why it cannot be enabled, and stays off', async () => {
  await admin().admin('disableWebhook');
  const before = app.stored();
  const end = app.forge.faults.add({ remote: 'stargate', outcome: { kind: 'answer', status: 500 } });
  const { error } = await admin().admin('enableWebhook');
  expect(error).toMatchObject({ code: 'TRY_LATER', says: { key: 'refused-admin.webhook-without-address' } });
  expect(app.stored()).toEqual(before);
  end();
  expect(await admin().admin('enableWebhook')).toHaveProperty('secret');
});

it.each(['getWebhook', 'rotateWebhookSecret', 'disableWebhook'] as const)(
  'lets Forge ask for consent where Atlassian wants it, with %s, and makes no secret that nobody is shown',
  async (name) => {
    const end = app.forge.faults.add({
      remote: 'stargate',
      outcome: { kind: 'answer', status: 401, headers: { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' } },
    });
    await expect(admin().admin(name)).rejects.toThrow('Authentication Required');
    end();
    const { keys } = await admin().admin('getWebhook');
    expect(keys).toHaveLength(name === 'disableWebhook' ? 0 : 1);
  },
);

it('forgets request IDs after 30 days', async () => {
  await call(closed(PEOPLE.anna));
  expect(app.stored('webhook-request')).toHaveLength(1);
  await app.forge.clock.advance(33 * DAY_MS);
  expect(app.stored('webhook-request')).toEqual([]);
});
