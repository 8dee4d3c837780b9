import type { Standing } from '../../src/privacy/data-sets/registration';
import { crowdOf, siteWith } from '../setup/crowd';
import { useWebhook } from './webhook-scene';

const everyone = crowdOf(400);
const crowd = everyone.slice(0, 230);
const scene = useWebhook({ site: siteWith(everyone), callMs: { min: 20, max: 60 } });
const { app, admin, bodyOf, closed, call, settle } = scene;

const restricted = (): number =>
  app.stored('standing').filter(({ value }) => (value as Standing).restrictedAt !== undefined).length;
const usage = () => app.forge.storage.usage(app.forge.installations.get().storageId);

/** Minutes until nobody is restricted any more, and the most that was read and written in one of them. */
async function minutesToUndo(): Promise<{ minutes: number; reads: number; writes: number }> {
  const most = { minutes: 0, reads: 0, writes: 0 };
  while (restricted() > 0 && most.minutes < 30) {
    app.forge.storage.resetUsage(app.forge.installations.get().storageId);
    await app.forge.clock.advance(60_000);
    most.minutes += 1;
    most.reads = Math.max(most.reads, usage().readUnits);
    most.writes = Math.max(most.writes, usage().writeUnits);
  }
  return most;
}

it('Undoing what two calls did to 230 people takes a few minutes, and a tenth of what storage grants', async () => {
  for (const accountId of crowd) await app.person(accountId).log('2026-02-27');
  await admin().admin('setWebhookLimit', { mostADay: 1000 });
  expect(await call(closed(...crowd.slice(0, 120)))).toBe('202 accepted');
  const accounts = crowd.slice(120).map((accountId) => ({ accountId }));
  expect(await call(bodyOf({ subject_request_type: 'erasure', accounts }))).toBe('202 accepted');
  await app.forge.clock.advance(180_000);
  await settle();
  expect(restricted()).toBe(230);
  expect(await admin().admin('previewWebhookUndo')).toMatchObject({
    people: { least: 230 },
    requests: { least: 110 },
  });
  await admin().admin('undoWebhook', { reason: 'security' });
  const { minutes, reads, writes } = await minutesToUndo();
  expect({ fast: minutes <= 4, reads: reads <= 400, writes: writes <= 400 }).toEqual({
    fast: true,
    reads: true,
    writes: true,
  });
  await app.forge.clock.advance(600_000);
  expect((await admin().admin('getWebhook')).undo).toMatchObject({
    people: 230,
    requests: 110,
    endedAt: expect.any(String) as string,
  });
});

it('Lists that show for hours whom it was undone of hold up nobody else', async () => {
  for (const accountId of everyone) await app.person(accountId).log('2026-02-27');
  await admin().admin('setWebhookLimit', { mostADay: 1000 });
  expect(await call(closed(...everyone))).toBe('202 accepted');
  await app.forge.clock.advance(1_200_000);
  expect(restricted()).toBe(400);
  app.forge.storage.settings.queryLagMs = 6 * 3_600_000;
  await admin().admin('undoWebhook', { reason: 'security' });
  await minutesToUndo();
  expect(restricted()).toBe(0);
});
