import { engine as deployed } from '../../src/app';
import { DATA_MAP } from '../../src/data-map';
import { exportPage } from '../../src/privacy/access/export';
import type { Engine, JobMessage } from '../../src/privacy/engine';
import { runErasure } from '../../src/privacy/erasure/run';
import { startErasure } from '../../src/privacy/erasure/start';
import { mapVersionOf } from '../../src/privacy/notice/notice';
import { readSubject } from '../../src/privacy/person/subject';
import { runScan, startScan } from '../../src/privacy/scan/scan';
import type { DataSet } from '../../src/storage/data-set';
import { openStore } from '../../src/storage/store';
import { readManifest } from '../../local/manifest';
import { entityOf } from '../manifest/entity-of';
import { schemaLosses } from '../manifest/schema-losses';
import { storeMentions } from '../properties/stored';
import { openInside, type Inside } from '../setup/inside';
import { rowsOf } from '../setup/rows-of';
import { undeclared } from '../setup/stored-is-declared';
import { PEOPLE } from '../setup/test-site';
import { storedRows } from '../setup/use-forge';
import { FIRST, fillPositions, pinPlaced, pinPositioned, pinsByIndex, pinsOf, SECOND } from './schema-change';

const { anna, ben } = PEOPLE;
const DAY_MS = 86_400_000;

const mapWith = (set: DataSet) => [...DATA_MAP, set];
const engineWith = (set: DataSet): Engine => {
  const map = mapWith(set);
  return { ...deployed, store: openStore(map), mapVersion: mapVersionOf(map) };
};
const first = engineWith(FIRST);
const second = engineWith(SECOND);

const runJob = ({ body }: { body: JobMessage }): Promise<unknown> | undefined => {
  if (body.job === 'erasure') return runErasure(second, body.id, body.step);
  return body.job === 'scan' && 'pass' in body ? runScan(second, body) : undefined;
};

function manifestWith(set: DataSet) {
  const manifest = readManifest();
  const entities = [...(manifest.storage.entities ?? []), entityOf(set)];
  return { ...manifest, storage: { ...manifest.storage, entities } as typeof manifest.storage };
}

let inside: Inside;
const run = <Result>(work: () => Promise<Result>): Promise<Result> => inside.run(work);
const pins = () => rowsOf(storedRows(inside.forge), SECOND.name, mapWith(SECOND));

/** Pins of the first version, the update, and then pins of the second. */
beforeEach(async () => {
  inside = await openInside({ manifest: manifestWith(FIRST) });
  const { forge } = inside;
  await run(() => pinPlaced(first, anna, '20002', 0));
  await forge.clock.advance(60_000);
  // At the same moment, so that both get the same place.
  for (const issueId of ['20001', '20003']) await run(() => pinPlaced(first, anna, issueId, 1));
  await run(() => pinPlaced(first, ben, '20001', 0));
  const rows = forge.storage.dump(forge.installations.get().storageId);
  inside = await openInside(
    { manifest: manifestWith(SECOND), startAt: forge.clock.now() + 60_000 },
    { runJob },
  );
  await forge.close();
  await inside.forge.storage.load(inside.forge.installations.get().storageId, rows);
  await run(() => pinPositioned(second, anna, '20000'));
});

afterEach(async () => {
  expect(undeclared(storedRows(inside.forge), mapWith(SECOND))).toEqual([]);
  await inside.forge.close();
});

const ORDER = ['20002', '20001', '20003', '20000'];

async function exportedBy(engine: Engine): Promise<unknown[]> {
  const page = await run(async () => {
    const { subject } = await readSubject(engine, anna);
    return exportPage(engine, { accountId: anna, subject }, undefined);
  });
  expect(page.counts).toMatchObject({ [SECOND.name]: ORDER.length });
  return page.parts.find(({ dataSet }) => dataSet === SECOND.name)?.records ?? [];
}

describe('A change of the schema', () => {
  it('takes nothing away of what was deployed', () => {
    const [before, after] = [FIRST, SECOND].map((set) => entityOf(set));
    expect(before && after && schemaLosses([before], [after])).toEqual([]);
    expect(before && after && schemaLosses([after], [before])).toEqual([
      'attribute pinned-issue.position',
      'index pinned-issue.by-position',
    ]);
    const retyped = { ...FIRST, fields: { ...FIRST.fields, place: FIRST.fields.issueId } };
    expect(before && schemaLosses([before], [entityOf(retyped)])).toEqual(['attribute pinned-issue.place']);
    expect(before && schemaLosses([before], [])).toEqual(['entity pinned-issue']);
  });

  it('reads rows of both versions, of which the new index lists only its own', async () => {
    expect(await run(() => pinsOf(second, anna))).toEqual(ORDER);
    expect(await run(() => pinsByIndex(second, anna))).toEqual(['20000']);
  });

  it('writes the old attribute no more', () => {
    const [added] = pins().filter(({ key }) => key.endsWith('#20000'));
    expect(added?.value).toMatchObject({ position: expect.any(String) as string });
    expect(added?.value).not.toHaveProperty('place');
  });

  it('is done when a duty has filled what was missing, be it cut off or run twice', async () => {
    inside.forge.faults.add({ remote: 'kvs', nth: 4, outcome: { kind: 'crash', when: 'after' } });
    await run(() => fillPositions(second)).catch(() => undefined);
    inside.forge.faults.clear();
    expect(await run(() => fillPositions(second))).toBeGreaterThan(0);
    expect(await run(() => fillPositions(second))).toBe(0);
    expect(await run(() => pinsByIndex(second, anna))).toEqual(ORDER);
    expect(await run(() => pinsByIndex(second, ben))).toEqual(['20001']);
    expect(await run(() => pinsOf(second, anna))).toEqual(ORDER);
  });

  it('exports rows of either version to either', async () => {
    expect(await exportedBy(second)).toHaveLength(ORDER.length);
    await run(() => fillPositions(second));
    expect(await exportedBy(second)).toHaveLength(ORDER.length);
    expect(JSON.stringify(await exportedBy(first))).not.toContain('position');
  });

  it.each([false, true])('erases and confirms rows of either version; filled before: %s', async (filled) => {
    if (filled) await run(() => fillPositions(second));
    await run(() => startErasure(second, { accountId: anna, askedBy: 'person', marker: 'erased' }));
    await run(() => fillPositions(second));
    await inside.forge.clock.advance(DAY_MS);
    await run(() => startScan(second));
    await inside.forge.clock.advance(DAY_MS);
    expect(storeMentions(inside.forge, anna)).toBe(false);
    expect(storedRows(inside.forge, 'erasure')).toMatchObject([{ value: { state: 'confirmed' } }]);
    expect(storedRows(inside.forge, 'scan')).toMatchObject([{ value: { leftovers: 0, undeclared: 0 } }]);
    expect(pins().map(({ key }) => key)).toEqual([`${ben}#20001`]);
  });

  it('has the scan find rows of either version that somebody left', async () => {
    const left = pins().filter(({ key }) => key.startsWith(anna));
    await run(() => startErasure(second, { accountId: anna, askedBy: 'person', marker: 'erased' }));
    await inside.forge.clock.advance(DAY_MS);
    await inside.forge.storage.load(inside.forge.installations.get().storageId, left);
    await run(() => startScan(second));
    await inside.forge.clock.advance(DAY_MS);
    expect(storeMentions(inside.forge, anna)).toBe(false);
  });
});
