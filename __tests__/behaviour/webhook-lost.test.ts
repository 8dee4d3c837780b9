import { PEOPLE } from '../setup/test-site';
import { useWebhook } from './webhook-scene';

const scene = useWebhook();
const { app, admin, bodyOf, closed, call, settle } = scene;
const DAY_MS = 86_400_000;
const waiting = () =>
  app.stored('webhook-request').flatMap(({ value }) => (value as { waiting?: object[] }).waiting ?? []);
const restrictionOf = async (accountId: string) =>
  (await admin().admin('listPeople', { only: [accountId] })).people[0]?.restriction;

describe('What was accepted', () => {
  it('is carried out by the daily run where the queue lost it, and waits under digests until then', async () => {
    app.forge.queue.mode.losses = 1;
    expect(await call(closed(PEOPLE.anna, PEOPLE.noData))).toBe('202 accepted');
    const accounts = [{ accountId: PEOPLE.ben }];
    expect(await call(bodyOf({ subject_request_type: 'erasure', accounts }))).toBe('202 accepted');
    await settle();
    expect(waiting()).toHaveLength(3);
    expect(JSON.stringify(app.stored('webhook-request'))).not.toMatch(
      new RegExp([PEOPLE.anna, PEOPLE.ben, PEOPLE.noData].join('|')),
    );
    expect(await restrictionOf(PEOPLE.anna)).toBeUndefined();
    await app.forge.clock.advance(2 * DAY_MS);
    expect(await restrictionOf(PEOPLE.anna)).toMatchObject({ by: 'webhook' });
    expect(await restrictionOf(PEOPLE.ben)).toMatchObject({ by: 'webhook' });
    expect((await admin().admin('listRequests')).requests).toMatchObject([
      // The month runs from the call, though it was carried out later.
      { accountId: PEOPLE.ben, type: 'erasure', dueOn: '2026-04-01' },
    ]);
    expect(waiting()).toEqual([]);
    expect(JSON.stringify(app.stored())).not.toContain(PEOPLE.noData);
  });

  it('is carried out once: what an administrator dismissed does not come back with a late event', async () => {
    app.forge.queue.mode.duplicates = 1;
    app.forge.queue.mode.extraDelayMs = 600_000;
    expect(await call(closed(PEOPLE.anna))).toBe('202 accepted');
    await app.forge.clock.advance(600_000);
    for (let minute = 0; minute < 60 && !(await restrictionOf(PEOPLE.anna)); minute += 1) await settle();
    await admin().admin('dismissAnnounced', { accountId: PEOPLE.anna, reason: 'security' });
    await app.forge.clock.advance(3 * DAY_MS);
    expect(await restrictionOf(PEOPLE.anna)).toBeUndefined();
    expect(waiting()).toEqual([]);
  });

  it('waits for nobody any more when it is carried out', async () => {
    const others = Array.from({ length: 299 }, (_, n) => `712020:made-up-${n}`);
    expect(await call(closed(PEOPLE.anna, ...others))).toBe('202 accepted');
    await settle();
    expect(waiting()).toEqual([]);
    expect(await restrictionOf(PEOPLE.anna)).toMatchObject({ by: 'webhook' });
  });

  it('is handed over at once where storage noted it and only its answer was lost', async () => {
    const path = '/api/v1/transaction';
    app.forge.faults.add({ path, times: 1, outcome: { kind: 'lost-response' } });
    expect(await call(closed(PEOPLE.anna))).toBe('202 accepted');
    expect(app.forge.faults.struck()).toEqual({ 'lost-response': 1 });
    await settle();
    expect(await restrictionOf(PEOPLE.anna)).toMatchObject({ by: 'webhook' });
  });

  it('is forgotten where it was answered that it be sent again, and never was', async () => {
    const end = app.forge.faults.add({ remote: 'stargate', outcome: { kind: 'answer', status: 500 } });
    expect(await call(closed(PEOPLE.anna))).toBe('503 try-later');
    end();
    expect(waiting()).toHaveLength(1);
    await app.forge.clock.advance(2 * DAY_MS);
    expect(waiting()).toEqual([]);
    expect(await restrictionOf(PEOPLE.anna)).toBeUndefined();
  });
});

describe('Two administrators at once', () => {
  it('make one new secret, which works; the other is refused and changed nothing', async () => {
    const old = scene.secret;
    for (let round = 0; round < 5; round += 1) {
      const before = (await admin().admin('getWebhook')).keys.length;
      const answers = await Promise.all([
        admin().admin('rotateWebhookSecret') as Promise<object>,
        admin().admin('rotateWebhookSecret') as Promise<object>,
      ]);
      const secrets = answers.flatMap((answer) => ('secret' in answer ? [String(answer.secret)] : []));
      expect(secrets).toHaveLength(1);
      expect(answers).toContainEqual(
        expect.objectContaining({ error: expect.objectContaining({ code: 'CONFLICT' }) as object }),
      );
      expect(await call(closed(PEOPLE.anna), {}, secrets[0])).toBe('202 accepted');
      const oldAnswer = round === 0 ? '202 accepted' : '401 unauthenticated';
      expect(await call(closed(PEOPLE.anna), {}, old)).toBe(oldAnswer);
      expect((await admin().admin('getWebhook')).keys).toHaveLength(Math.min(before + 1, 2));
    }
  });

  it('enable it once', async () => {
    await admin().admin('disableWebhook');
    const answers = await Promise.all([
      admin().admin('enableWebhook') as Promise<object>,
      admin().admin('enableWebhook') as Promise<object>,
    ]);
    const secrets = answers.flatMap((answer) => ('secret' in answer ? [String(answer.secret)] : []));
    expect(secrets).toHaveLength(1);
    expect(await call(closed(PEOPLE.anna), {}, secrets[0])).toBe('202 accepted');
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'are shown a secret that works, or that nothing was changed, where the answer to call %d to storage is lost',
    async (nth) => {
      const end = app.forge.faults.add({ remote: 'kvs', nth, outcome: { kind: 'lost-response' } });
      const answer = (await admin().admin('rotateWebhookSecret')) as object;
      end();
      const { keys } = await admin().admin('getWebhook');
      const secret = 'secret' in answer ? String(answer.secret) : scene.secret;
      expect(await call(closed(PEOPLE.anna), {}, secret)).toBe('202 accepted');
      expect(keys).toHaveLength('secret' in answer ? 2 : 1);
    },
  );
});
