import { engine as deployed } from '../../src/app';
import { DATA_MAP } from '../../src/data-map';
import { exportPage } from '../../src/privacy/access/export';
import { overviewOf } from '../../src/privacy/access/overview';
import type { Engine } from '../../src/privacy/engine';
import { startErasure } from '../../src/privacy/erasure/start';
import { previewErasure } from '../../src/privacy/access/erasure-preview';
import { runErasure } from '../../src/privacy/erasure/run';
import { noticesOf } from '../../src/privacy/notice/notice';
import { processingRecordOf } from '../../src/privacy/notice/processing-record';
import { sayIn } from '../../src/words';
import { readSubject } from '../../src/privacy/person/subject';
import { setRestriction } from '../../src/privacy/restriction/restriction';
import { runRetention } from '../../src/privacy/retention/retention';
import { readSettings } from '../../src/privacy/settings/settings';
import { openStore } from '../../src/storage/store';
import { readManifest } from '../../local/manifest';
import { entityOf } from '../manifest/entity-of';
import { openInside, type Inside } from '../setup/inside';
import { undeclared } from '../setup/stored-is-declared';
import { PEOPLE } from '../setup/test-site';
import { PINNED_ISSUE, pinIssue } from './pinned-issue';
import { plant } from '../setup/plant';

const { anna, ben } = PEOPLE;
const DAY_MS = 86_400_000;
const ISSUES = ['20001', '20002', '20003'];

/** What a feature adds: its data set to the map, and the entity to the manifest. Nothing in the engine changes. */
const map = [...DATA_MAP, PINNED_ISSUE];
const engine: Engine = { ...deployed, store: openStore(map) };

function manifestWithPins() {
  const manifest = readManifest();
  const entities = [...(manifest.storage.entities ?? []), entityOf(PINNED_ISSUE)];
  return { ...manifest, storage: { ...manifest.storage, entities } as typeof manifest.storage };
}

let inside: Inside;
const run = <Result>(work: () => Promise<Result>): Promise<Result> => inside.run(work);
const stored = () => inside.forge.storage.dump(inside.forge.installations.get().storageId);
const pinsIn = (rows: ReturnType<typeof stored>) =>
  rows.filter(({ entityName }) => entityName === PINNED_ISSUE.name);

beforeEach(async () => {
  const runJob = (event: unknown) => runErasure(engine, (event as { body: { id: string } }).body.id);
  inside = await openInside({ manifest: manifestWithPins() }, { runJob });
  for (const issueId of ISSUES) await run(() => pinIssue(engine, anna, issueId));
  await run(() => pinIssue(engine, ben, '20001'));
  await inside.forge.clock.advance(60_000);
});

afterEach(async () => {
  expect(undeclared(stored(), map)).toEqual([]);
  await inside.forge.close();
});

describe('A data set that a new feature declares', () => {
  it('is kept once, whatever the feature repeats', async () => {
    await run(() => pinIssue(engine, anna, '20001'));
    expect(pinsIn(stored())).toHaveLength(4);
  });

  it('is in the notice and in the record of processing', async () => {
    const settings = await run(() => readSettings(engine));
    expect(noticesOf(map, { settings }).in('en').dataSets).toContainEqual(
      expect.objectContaining({ title: PINNED_ISSUE.title, retention: expect.stringContaining('one year') }),
    );
    const { activities } = processingRecordOf(map, settings, {
      generatedAt: '2026-03-02T09:00:00.000Z',
      noticeVersion: '0'.repeat(16),
      language: 'en',
      say: sayIn('en'),
    });
    expect(activities.flatMap(({ retention }) => retention).join(' ')).toContain(
      'data.pinned-issue-title: Stored for',
    );
  });

  it('is shown to its owner, counted in the preview, and exported', async () => {
    const held = { name: 'pinned-issue', records: 3 };
    expect((await run(() => overviewOf(engine, anna, 'en', []))).overview.dataSets).toContainEqual(
      expect.objectContaining(held),
    );
    expect((await run(() => previewErasure(engine, anna))).dataSets).toContainEqual(
      expect.objectContaining(held),
    );
    const { parts, counts } = await run(async () => {
      const { subject } = await readSubject(engine, anna);
      return exportPage(engine, { accountId: anna, subject }, undefined);
    });
    const pins = parts.find(({ dataSet }) => dataSet === 'pinned-issue');
    expect(pins?.records.map((record) => record['issueId'])).toEqual(ISSUES);
    expect(counts).toMatchObject({ 'pinned-issue': 3 });
  });

  it('is refused where the use of the person’s data is restricted', async () => {
    await run(() => setRestriction(engine, anna, 'person', true));
    await expect(run(() => pinIssue(engine, anna, '20009'))).rejects.toThrow(/restricted/);
    expect(pinsIn(stored())).toHaveLength(4);
  });

  it('ends with its period', async () => {
    await inside.forge.clock.advance(366 * DAY_MS, { deliver: false });
    await run(() => runRetention(engine));
    expect(pinsIn(stored())).toEqual([]);
  });

  it('is erased with its owner, and nobody else’s is', async () => {
    await run(() => startErasure(engine, { accountId: anna, askedBy: 'person', marker: 'erased' }));
    await inside.forge.queue.settle({ delayed: true });
    expect(JSON.stringify(stored())).not.toContain(anna);
    expect(pinsIn(stored()).map(({ key }) => key)).toEqual([`${ben}#20001`]);
  });

  it('cannot be stored before it is in the map, nor with a field it does not declare', async () => {
    const row = { accountId: anna, issueId: '20001', pinnedAt: '2026-03-02T09:00:00.000Z' };
    const key = `${anna}#20001`;
    await expect(run(() => plant(deployed.store, PINNED_ISSUE, key, row))).rejects.toThrow(/data map/);
    const noted = { ...row, note: 'call me' };
    await expect(run(() => plant(engine.store, PINNED_ISSUE, key, noted))).rejects.toThrow(
      /pinned-issue.note/,
    );
  });
});
