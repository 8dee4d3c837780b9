import * as fc from 'fast-check';
import { engine } from '../../../src/app';
import { SCAN, SCAN_KEY, type Scan } from '../../../src/privacy/data-sets/scan';
import { PERSON } from '../../../src/privacy/data-sets/registration';
import { COHORT } from '../../../src/privacy/data-sets/cohort';
import type { Engine } from '../../../src/privacy/engine';
import { nobodyKnown, portionsOf } from '../../../src/privacy/scan/leftovers';
import { runScan, startScan } from '../../../src/privacy/scan/scan';
import { sealPlace, unsealPlace } from '../../../src/privacy/scan/place';
import { addSeconds, toInstant } from '../../../src/privacy/time';
import { ISSUE_TOTAL } from '../../../src/timesheet/issue-total';
import type { SeenRow } from '../../../src/storage/whole-store';
import { openInside, type Inside } from '../../setup/inside';
import { storedRows } from '../../setup/use-forge';
import { plant } from '../../setup/plant';

const PASS = '2026-03-02T08:00:00.000Z';
const EARLIER = '2026-03-01T08:00:00.000Z';
const KEY = 'ab'.repeat(32);

describe('an event of the pass', () => {
  let inside: Inside;
  beforeEach(async () => {
    inside = await openInside();
  });
  afterEach(() => inside.forge.close());

  /** At the entity in which its own row lies, too. */
  const present: Scan = {
    version: 5,
    startedAt: PASS,
    movedAt: PASS,
    dataSet: ISSUE_TOTAL.name,
    rows: 10,
    leftovers: 0,
    undeclared: 0,
  };
  const after = (
    event: { pass: string; step: number; from?: string },
    by: Engine = engine,
  ): Promise<Scan | undefined> =>
    inside.run(async () => {
      await plant(engine.store, SCAN, SCAN_KEY, present);
      await runScan(by, { job: 'scan', ...event });
      return engine.store.get(SCAN, SCAN_KEY);
    });
  const scanRow = (): unknown => storedRows(inside.forge, SCAN.name)[0]?.value;

  it('takes it to its end, also where the row of the step before was not written', async () => {
    expect(await after({ pass: PASS, step: 5 })).toMatchObject({ finishedAt: expect.any(String) as string });
    expect(await after({ pass: PASS, step: 6 })).toMatchObject({ finishedAt: expect.any(String) as string });
  });

  it('of another pass does nothing, whatever place it carries', async () => {
    expect(await after({ pass: EARLIER, step: 6 })).toEqual(present);
  });

  it('that the next one has overtaken does nothing', async () => {
    expect(await after({ pass: PASS, step: 4 })).toEqual(present);
  });

  it('that comes again once the pass has ended does nothing, also where the row of a step was not written', async () => {
    const over = await after({ pass: PASS, step: 6 });
    const again = inside.run(() => runScan(engine, { job: 'scan', pass: PASS, step: 6 }));
    await expect(again).resolves.toBeUndefined();
    expect(scanRow()).toEqual(over);
  });

  /** The pass, once one is wanted that did not begin before this. */
  const wanted = (since: string): Promise<Scan | undefined> =>
    inside.run(async () => {
      await plant(engine.store, SCAN, SCAN_KEY, { ...present, movedAt: toInstant(engine.now()) });
      await startScan(engine, since);
      return engine.store.get(SCAN, SCAN_KEY);
    });

  it('is the last one of it where a pass is wanted that begins later', async () => {
    await expect(wanted(PASS)).resolves.toMatchObject({ version: 5, startedAt: PASS });
    const begun = await wanted(toInstant(addSeconds(new Date(PASS), 1)));
    expect(begun).toMatchObject({ version: 6, rows: 0 });
    expect(begun?.startedAt).not.toBe(PASS);
  });

  it('is the first of one pass where two begin one at once, be it the first of all', async () => {
    for (const before of [undefined, { ...present, finishedAt: PASS }]) {
      await inside.forge.storage.empty(inside.forge.installations.get().storageId);
      const pushed: unknown[] = [];
      const push = (message: unknown) => Promise.resolve(void pushed.push(message));
      const quick: Engine = { ...engine, queue: { push } };
      const get: Engine['store']['get'] = async (dataSet, key) => {
        const row = await engine.store.get(dataSet, key);
        await startScan(quick, '2026-03-02T08:30:00.000Z');
        inside.forge.clock.pass(5);
        return row;
      };
      const slow: Engine = { ...quick, store: { ...engine.store, get } };
      await inside.run(async () => {
        if (before) await plant(engine.store, SCAN, SCAN_KEY, before);
        await startScan(slow, '2026-03-02T08:30:00.000Z');
      });
      const { startedAt, version } = scanRow() as Scan;
      expect(pushed).toEqual([{ job: 'scan', pass: startedAt, step: version }]);
    }
  });

  it('that runs twice at once does not put the pass back to where the slower one stands', async () => {
    let ended: Scan | undefined;
    const quick = { job: 'scan', pass: PASS, step: 5 } as const;
    const push = async (): Promise<void> => {
      await runScan(engine, quick);
      ended = await engine.store.get(SCAN, SCAN_KEY);
    };
    const slower: Engine = { ...engine, queue: { push }, remainingMs: () => 0 };
    await after({ pass: PASS, step: 5 }, slower);
    expect(ended).toMatchObject({ finishedAt: expect.any(String) as string });
    expect(scanRow()).toEqual(ended);
  });

  it('whose place cannot be read any more begins the data set again', async () => {
    const sealed = sealPlace('cd'.repeat(32), {
      dataSet: 'receipt',
      after: 'zzz',
      rows: 900,
      leftovers: 0,
      undeclared: 0,
      withoutPlace: 0,
    });
    const row = await after({ pass: PASS, step: 5, from: sealed });
    expect(row?.finishedAt).toBeDefined();
    expect(row?.rows).toBeLessThan(900);
  });
});

test('a sealed place opens to what it was, under its own key and unchanged only', () => {
  const place = {
    dataSet: 'person',
    after: '712020:1a2b3c4d',
    rows: 3,
    leftovers: 1,
    undeclared: 2,
    withoutPlace: 0,
  };
  const sealed = sealPlace(KEY, place);
  expect(unsealPlace(KEY, sealed)).toEqual(place);
  expect(sealPlace(KEY, place)).not.toBe(sealed);
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('712020');
  const changed = `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`;
  for (const other of [changed, '', undefined]) expect(unsealPlace(KEY, other)).toBeUndefined();
  expect(unsealPlace('cd'.repeat(32), sealed)).toBeUndefined();
});

const person = fc
  .integer({ min: 1, max: 60 })
  .map((n): SeenRow => ({ dataSet: PERSON, key: `712020:${n}`, value: { accountId: `712020:${n}` } }));
const group = fc.integer({ min: 0, max: 90 }).map((size): SeenRow => ({
  dataSet: COHORT,
  key: '1',
  value: { members: Array.from({ length: size }, (_, n) => ({ accountId: `557058:${n}` })) },
}));

test('portions hold every row once, in order, and end as soon as they name 25 people', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(person, group), { maxLength: 100 }), (rows) => {
      const portions = [...portionsOf(rows, nobodyKnown())];
      expect(portions.flat()).toEqual(rows);
      for (const portion of portions) {
        expect(portion.length).toBeGreaterThan(0);
        const names = JSON.stringify(portion.slice(0, -1)).match(/"accountId":"[^"]+"/g) ?? [];
        expect(new Set(names).size).toBeLessThan(25);
      }
    }),
  );
});
