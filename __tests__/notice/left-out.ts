import { DATA_MAP } from '../../src/data-map';
import type { ExportPage } from '../../src/contract';
import type { TakenRequest } from '../../src/privacy/data-sets/webhook-request';
import { secondsOf, send, signedRequest } from '../behaviour/webhook-caller';
import { storedRows } from '../setup/use-forge';
import type { Scene } from './scene';

const DAY_MS = 86_400_000;

/** All records that are about people, or stand for them, and are in no export: what the notice says is left out. */
const LEFT_OUT = ['receipt'];

const taken = ({ forge }: Scene): TakenRequest[] =>
  storedRows(forge, 'webhook-request').map(({ value }) => value as TakenRequest);

const waitingFor = (scene: Scene): string[] =>
  taken(scene).flatMap(({ waiting = [] }) => waiting.map(({ digest }) => digest));

/** Expects an export of somebody who was erased before to hold what the notice says, and nothing else of them to be stored. */
export async function expectLeftOut(scene: Scene): Promise<void> {
  const kept = DATA_MAP.filter(({ about, exported }) => about !== 'nobody' && !exported);
  expect(kept.map(({ name }) => name)).toEqual(LEFT_OUT);
  await eraseAndComeBack(scene);
  const { parts, counts } = await scene.anna.user('exportPage');
  expectMarker(scene, parts, counts);
  expect(storedRows(scene.forge, 'erasure')).toHaveLength(1);
  expect(parts.map(({ dataSet }) => dataSet)).not.toContain('erasure');
  await expectOwnAnnouncement(scene);
}

async function eraseAndComeBack({ forge, anna }: Scene): Promise<void> {
  await anna.user('eraseMyData', { receiptHash: 'e'.repeat(64) });
  await forge.clock.advance(10 * 60_000);
  await anna.log('2026-02-27', '1h');
}

function expectMarker({ forge }: Scene, parts: ExportPage['parts'], counts: ExportPage['counts']): void {
  const [marker, ...more] = storedRows(forge, 'marker');
  expect(more).toEqual([]);
  const part = parts.find(({ dataSet }) => dataSet === 'marker');
  expect(part?.records).toEqual([marker?.value]);
  expect(counts).toMatchObject({ marker: 1 });
  expect(JSON.stringify(parts)).not.toContain(marker?.key);
}

/** Of a message that waits, what is about Anna, without what stands for its call. */
async function expectOwnAnnouncement(scene: Scene): Promise<void> {
  const { forge, anna, admin, annaId } = scene;
  const { secret } = await admin.admin('enableWebhook');
  forge.queue.mode.losses = 1;
  const accounts = [{ accountId: annaId, status: 'closed' }];
  const body = JSON.stringify({ subject_request_id: 'request-1', accounts });
  await send(forge, signedRequest(secret, { body, timestamp: secondsOf(forge) }));
  const digests = waitingFor(scene);
  expect(digests).toHaveLength(1);
  const { parts } = await anna.user('exportPage');
  const messages = parts.find(({ dataSet }) => dataSet === 'webhook-request')?.records;
  expect(messages).toMatchObject([{ what: 'closed', digest: digests[0] }]);
  for (const { claim } of taken(scene)) expect(JSON.stringify(parts)).not.toContain(claim);
  forge.queue.mode.losses = 0;
  await forge.clock.advance(2 * DAY_MS);
  expect(waitingFor(scene)).toEqual([]);
}
