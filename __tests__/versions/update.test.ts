import { engine as deployed } from '../../src/app';
import { DATA_MAP } from '../../src/data-map';
import type { Engine, JobMessage } from '../../src/privacy/engine';
import { runErasure } from '../../src/privacy/erasure/run';
import { runScan, startScan } from '../../src/privacy/scan/scan';
import { mapVersionOf } from '../../src/privacy/notice/notice';
import { openStore } from '../../src/storage/store';
import type { LocalForge } from '../../local/forge';
import { livedInForge } from '../privacy/uninstall/lived-in';
import { storeMentions } from '../properties/stored';
import { openInside } from '../setup/inside';
import { PEOPLE } from '../setup/test-site';
import { storedRows } from '../setup/use-forge';
import { LATER_SET, laterRecord, manifestOfLater } from './later-rows';

const { anna, chloe } = PEOPLE;
const DAY_MS = 86_400_000;

const map = [...DATA_MAP, LATER_SET];
const later: Engine = { ...deployed, store: openStore(map), mapVersion: mapVersionOf(map) };

const runJob = ({ body }: { body: JobMessage }): Promise<unknown> | undefined => {
  if (body.job === 'erasure') return runErasure(later, body.id, body.step);
  return body.job === 'scan' && 'pass' in body ? runScan(later, body) : undefined;
};

/** Chloé was erased and that was confirmed while an earlier version ran, which could not see a record of hers. */
async function confirmedEarlier(): Promise<LocalForge> {
  const forge = await livedInForge({ manifest: manifestOfLater() });
  await forge.clock.advance(2 * DAY_MS);
  expect(storedRows(forge, 'erasure')).toMatchObject([{ value: { state: 'confirmed' } }]);
  await forge.storage.load(forge.installations.get().storageId, [laterRecord(chloe), laterRecord(anna)]);
  return forge;
}

test('after an update, what an erasure of the version before could not see is found and erased', async () => {
  const before = await confirmedEarlier();
  const inside = await openInside({ manifest: manifestOfLater(), startAt: before.clock.now() }, { runJob });
  const { forge } = inside;
  const { storageId } = forge.installations.get();
  await forge.storage.load(storageId, before.storage.dump(before.installations.get().storageId));
  await before.close();

  await inside.run(() => startScan(deployed));
  expect(storedRows(forge, 'scan')).toMatchObject([{ value: { finishedAt: expect.any(String) as string } }]);

  await inside.run(() => startScan(later));
  await forge.clock.advance(DAY_MS);
  expect(storeMentions(forge, chloe)).toBe(false);
  expect(storedRows(forge, LATER_SET.name).map(({ key }) => key)).toEqual([laterRecord(anna).key]);

  // Once the erasure that was taken up again is confirmed, no further pass is wanted.
  await inside.run(() => startScan(later));
  await forge.clock.advance(DAY_MS);
  expect(storedRows(forge, 'erasure')).toMatchObject([{ value: { state: 'confirmed' } }]);
  const scan = storedRows(forge, 'scan');
  await inside.run(() => startScan(later));
  expect(storedRows(forge, 'scan')).toEqual(scan);
  await forge.close();
});
