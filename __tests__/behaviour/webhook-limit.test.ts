import type { Standing } from '../../src/privacy/data-sets/registration';
import { crowdOf, siteWith } from '../setup/crowd';
import { PEOPLE } from '../setup/test-site';
import { useWebhook, type WebhookScene } from './webhook-scene';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const crowd = crowdOf(130);
const UNKNOWN = Array.from({ length: 40 }, (_, n) => `712020:ffffffff-0000-4000-8000-${n + 1000}`);

const restricted = ({ app }: WebhookScene): string[] =>
  app
    .stored('standing')
    .map(({ value }) => value as Standing)
    .filter(({ restrictedBy }) => restrictedBy === 'webhook')
    .map(({ accountId }) => accountId);

async function logAll({ app }: WebhookScene, people: readonly string[]): Promise<void> {
  for (const accountId of people) await app.person(accountId).log('2026-02-27');
}

async function announce(scene: WebhookScene, body: string): Promise<void> {
  expect(await scene.call(body)).toBe('202 accepted');
  await scene.settle();
}

async function nextDay({ app }: WebhookScene): Promise<void> {
  await app.forge.clock.advance(DAY_MS);
  await app.forge.schedule.run('daily');
  await app.forge.clock.advance(HOUR_MS);
}

describe('However many people the webhook names on a day', () => {
  const scene = useWebhook({ site: siteWith(crowd) });
  const { app, admin, closed, bodyOf } = scene;
  const view = () => admin().admin('getWebhook');

  it('restricts 50 of them, the others wait where an administrator sees it, and follow day by day', async () => {
    const people = crowd.slice(0, 110);
    await logAll(scene, people);
    await announce(scene, closed(...people, ...UNKNOWN));
    expect(restricted(scene)).toHaveLength(50);
    expect(await view()).toMatchObject({ restricting: { mostADay: 50, today: 50 }, waiting: { least: 60 } });
    expect(JSON.stringify(app.stored('webhook-request'))).not.toContain(people[60]);
    await nextDay(scene);
    expect(restricted(scene)).toHaveLength(100);
    await nextDay(scene);
    expect(restricted(scene).sort()).toEqual([...people].sort());
    expect(await view()).toMatchObject({ restricting: { today: 10 }, waiting: { least: 0 } });
  });

  it('restricts more at once where an administrator allows more, and that is in the audit log', async () => {
    const people = crowd.slice(0, 60);
    await logAll(scene, people);
    const accounts = people.map((accountId) => ({ accountId }));
    await announce(scene, bodyOf({ subject_request_type: 'erasure', accounts }));
    expect(app.stored('request')).toHaveLength(50);
    expect(await admin().admin('setWebhookLimit', { mostADay: 55 })).toMatchObject({
      restricting: { mostADay: 55, today: 50 },
    });
    await scene.settle();
    expect(restricted(scene)).toHaveLength(55);
    expect(app.stored('request')).toHaveLength(55);
    const [line] = (await admin().admin('getAuditLog')).rows.filter(({ role }) => role === 'administrator');
    expect(line?.event).toBe('settings-changed');
  });

  it('counts nobody who is restricted already, and requests that restrict nobody are not held up', async () => {
    await logAll(scene, crowd.slice(0, 3));
    await admin().admin('setWebhookLimit', { mostADay: 1 });
    await app.person(PEOPLE.anna).user('setRestriction', { restricted: true });
    await announce(scene, closed(PEOPLE.anna, PEOPLE.ben));
    expect(restricted(scene)).toEqual([PEOPLE.ben]);
    expect((await admin().admin('listAnnounced')).people).toHaveLength(2);
    const accounts = crowd.slice(0, 3).map((accountId) => ({ accountId }));
    await announce(scene, bodyOf({ subject_request_type: 'access', accounts }));
    expect(app.stored('request')).toHaveLength(3);
    expect(await view()).toMatchObject({ waiting: { least: 0 } });
  });

  it('forgets nobody who waits for longer than requests are remembered', async () => {
    const people = crowd.slice(0, 40);
    await logAll(scene, people);
    await admin().admin('setWebhookLimit', { mostADay: 1 });
    await announce(scene, closed(...people));
    await app.forge.clock.advance(42 * DAY_MS);
    expect(restricted(scene)).toHaveLength(40);
    await app.forge.clock.advance(33 * DAY_MS);
    expect(app.stored('webhook-request')).toEqual([]);
  });

  it('forgets nobody who waits though no daily run came for longer than that', async () => {
    const people = crowd.slice(0, 3);
    await logAll(scene, people);
    await admin().admin('setWebhookLimit', { mostADay: 1 });
    await announce(scene, closed(...people));
    await app.forge.clock.advance(45 * DAY_MS, { deliver: false });
    for (let day = 0; day < 2; day += 1) await nextDay(scene);
    expect(restricted(scene).sort()).toEqual([...people].sort());
    await app.forge.clock.advance(33 * DAY_MS);
    expect(app.stored('webhook-request')).toEqual([]);
  });

  it('is undone by when a call came, however long what it says had to wait', async () => {
    const { anna, ben, chloe } = PEOPLE;
    const undo = async (since: string): Promise<void> => {
      await admin().admin('undoWebhook', { since, reason: 'security' });
      await app.forge.clock.advance(600_000);
    };
    const at = (): string => new Date(app.forge.clock.now()).toISOString();
    const before = at();
    await logAll(scene, [chloe]);
    await admin().admin('setWebhookLimit', { mostADay: 1 });
    await announce(scene, closed(anna, ben));
    await announce(scene, bodyOf({ subject_request_type: 'erasure', accounts: [{ accountId: chloe }] }));
    const after = at();
    for (let day = 0; day < 2; day += 1) await nextDay(scene);
    expect(restricted(scene)).toHaveLength(3);
    const nobody = { people: { least: 0 }, requests: { least: 0 } };
    expect(await admin().admin('previewWebhookUndo', { since: after })).toMatchObject(nobody);
    await undo(after);
    expect(restricted(scene)).toHaveLength(3);
    await undo(before);
    expect(restricted(scene)).toEqual([]);
  });

  it.each([0, 10_001, 1.5, '50'])('its limit cannot be %j', async (mostADay) => {
    expect(await admin().admin('setWebhookLimit', { mostADay })).toMatchObject({
      error: { code: 'INVALID' },
    });
  });

  it('its limit is set where there is a webhook', async () => {
    await admin().admin('disableWebhook');
    expect(await admin().admin('setWebhookLimit', { mostADay: 2 })).toMatchObject({
      restricting: { mostADay: 2 },
    });
  });
});

describe('Where many calls and events come at once', () => {
  const scene = useWebhook({ site: siteWith(crowd), callMs: { min: 20, max: 60 } });
  const { app, admin, closed } = scene;

  it('restricts no more than 50 people, and loses none of the others', async () => {
    app.forge.queue.mode.parallel = 5;
    await logAll(scene, crowd);
    const bodies = Array.from({ length: 10 }, (_, n) => closed(...crowd.filter((__, at) => at % 10 === n)));
    const answers = await Promise.all(bodies.map((body) => scene.call(body)));
    expect(new Set(answers)).toEqual(new Set(['202 accepted']));
    await app.forge.clock.advance(300_000);
    expect(restricted(scene)).toHaveLength(50);
    expect((await admin().admin('getWebhook')).waiting).toEqual({ least: 80 });
    await admin().admin('setWebhookLimit', { mostADay: 1000 });
    await app.forge.clock.advance(300_000);
    expect(restricted(scene)).toHaveLength(130);
  });
});
