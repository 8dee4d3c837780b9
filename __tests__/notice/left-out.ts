import { DATA_MAP } from '../../src/data-map';
import type { ExportPage } from '../../src/contract';
import type { TakenRequest } from '../../src/privacy/data-sets/webhook';
import { secondsOf, send, signedRequest } from '../behaviour/webhook-caller';
import { storedRows } from '../setup/use-forge';
import type { Scene } from './scene';

const DAY_MS = 86_400_000;

/** All records that are about people, or stand for them, and are in no export: what the notice says is left out. */
const LEFT_OUT = ['erasure', 'receipt', 'webhook-request'];

const waitingFor = ({ forge }: Scene): string[] =>
  storedRows(forge, 'webhook-request').flatMap(({ value }) =>
    ((value as TakenRequest).waiting ?? []).map(({ digest }) => digest),
  );

/** Expects an export of somebody who was erased before to hold what the notice says, and nothing else of them to be stored. */
export async function expectLeftOut(scene: Scene): Promise<void> {
  const kept = DATA_MAP.filter(({ about, exported }) => about !== 'nobody' && !exported);
  expect(kept.map(({ name }) => name)).toEqual(LEFT_OUT);
  await eraseAndComeBack(scene);
  const { parts, counts } = await scene.anna.user('exportPage');
  expectMarker(scene, parts, counts);
  await expectAnnouncementLeftOut(scene);
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

async function expectAnnouncementLeftOut(scene: Scene): Promise<void> {
  const { forge, anna, admin, annaId } = scene;
  const { secret } = await admin.admin('enableWebhook');
  forge.queue.mode.losses = 1;
  const accounts = [{ accountId: annaId, status: 'closed' }];
  const body = JSON.stringify({ subject_request_id: 'request-1', accounts });
  await send(forge, signedRequest(secret, { body, timestamp: secondsOf(forge) }));
  const digests = waitingFor(scene);
  expect(digests).toHaveLength(1);
  const text = JSON.stringify(await anna.user('exportPage'));
  for (const digest of digests) expect(text).not.toContain(digest);
  forge.queue.mode.losses = 0;
  await forge.clock.advance(2 * DAY_MS);
  expect(waitingFor(scene)).toEqual([]);
}
