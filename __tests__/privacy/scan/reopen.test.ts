import type { LocalForge } from '../../../local/forge';
import { engine } from '../../../src/app';
import type { AuditLine } from '../../../src/privacy/data-sets/audit';
import { ERASURE_JOB, type ErasureJob } from '../../../src/privacy/data-sets/erasure-job';
import type { Engine } from '../../../src/privacy/engine';
import { confirmErasures } from '../../../src/privacy/scan/confirm';
import { retryErasure } from '../../../src/privacy/erasure/resume';
import { leftoversAmong } from '../../../src/privacy/scan/leftovers';
import { MARKER } from '../../../src/privacy/data-sets/marker';
import { Refused } from '../../../src/privacy/errors';
import { toInstant } from '../../../src/privacy/time';
import { writeAbout } from '../../../src/privacy/person/write';
import { TIME_ENTRY } from '../../../src/timesheet/time-entry';
import { personOf } from '../../behaviour/person';
import { contradictions, storeMentions } from '../../properties/stored';
import { recordOf } from '../../setup/generated-record';
import type { Inside } from '../../setup/inside';
import { plant } from '../../setup/plant';
import { PEOPLE } from '../../setup/test-site';
import { storedRows } from '../../setup/use-forge';
import { heldBefore, openBeside } from '../erasure/meeting';

const { anna } = PEOPLE;
const HASH = 'd'.repeat(64);
const DAY_MS = 86_400_000;
const OVERLOOKED = recordOf(TIME_ENTRY, anna, 0);
const OTHER = recordOf(TIME_ENTRY, anna, 1);

let inside: Inside;
let forge: LocalForge;

/** Anna was erased, and an entry of hers was overlooked. */
beforeEach(async () => {
  inside = await openBeside();
  forge = inside.forge;
  await personOf(forge, anna).log('2026-02-27');
  await personOf(forge, anna).user('eraseMyData', { receiptHash: HASH });
  await forge.clock.advance(10 * 60_000);
  expect(job()).toMatchObject({ state: 'done' });
  await forge.storage.load(forge.installations.get().storageId, [
    { store: 'entity', entityName: TIME_ENTRY.name, ...OVERLOOKED },
  ]);
});
afterEach(() => forge.close());

const job = (): ErasureJob => {
  const [row, ...others] = storedRows(forge, 'erasure');
  expect(others).toEqual([]);
  return row?.value as ErasureJob;
};
const timesReopened = (): number =>
  storedRows(forge, 'audit').filter(({ value }) => (value as AuditLine).event === 'erasure-reopened').length;

/** A pass comes to the entry. */
const findBy = (by: Engine): Promise<number> =>
  leftoversAmong(by, [{ dataSet: TIME_ENTRY, key: OVERLOOKED.key, value: OVERLOOKED.value }]);
const find = (by: Engine = engine): Promise<number> => inside.run(() => findBy(by));

/** A first write about Anna; gives whether it was saved, or the code of its refusal. */
const register = (by: Engine): Promise<string> =>
  inside.run(() =>
    writeAbout(by, {
      accountId: anna,
      causedAt: by.now(),
      registers: true,
      reads: [],
      plan: () => ({
        write: [{ do: 'add', dataSet: TIME_ENTRY, key: OTHER.key, row: OTHER.value }],
        result: 'saved',
      }),
    }).catch((error: unknown) => (error instanceof Refused ? error.code : String(error))),
  );

test('what is found of somebody whose erasure is under way is no leftover and does not take it up again', async () => {
  await expect(find()).resolves.toBe(1);
  const takenUp = job();
  // The scan was a look: the first wait is as long as after one.
  expect(takenUp).toMatchObject({ state: 'deleting', subject: anna, tries: 1 });
  await expect(find()).resolves.toBe(0);
  expect(job()).toEqual(takenUp);
  expect(timesReopened()).toBe(1);
});

test('one that is taken up waits a week from then for records that were counted and never found', async () => {
  const [done] = storedRows(forge, 'erasure');
  const missing = { ...job(), startedAt: '2026-01-01T00:00:00.000Z', expected: { 'time-entry': 4 } };
  await inside.run(() => plant(engine.store, ERASURE_JOB, done?.key ?? '', missing));
  forge.storage.settings.queryLagMs = 30 * DAY_MS;
  await find();
  await forge.clock.advance(DAY_MS / 2);
  expect(job()).toMatchObject({ state: 'stuck', problem: 'still-listed' });
  for (const [days, state] of [
    [5, 'stuck'],
    [2, 'done'],
  ] as const) {
    await forge.clock.advance(days * DAY_MS);
    await inside.run(() => retryErasure(engine, done?.key ?? ''));
    await forge.clock.advance(DAY_MS / 2);
    expect(job()).toMatchObject({ state });
  }
});

test('two passes that find it at one moment take the erasure up once', async () => {
  await find(heldBefore('transaction', () => findBy(engine)));
  expect(job()).toMatchObject({ state: 'deleting' });
  expect(timesReopened()).toBe(1);
});

test('nor do they begin two, where neither marker nor job is left', async () => {
  const rows = [...storedRows(forge, 'marker'), ...storedRows(forge, 'erasure')];
  await inside.run(async () => {
    const { store } = engine;
    const sets = { marker: MARKER, erasure: ERASURE_JOB };
    const refs = rows.map(({ entityName, key }) => ({
      dataSet: sets[entityName as 'marker'],
      key,
    }));
    await store.deleteAsRead(await store.present(refs));
  });
  await find(heldBefore('transaction', () => findBy(engine)));
  expect(job()).toMatchObject({ state: 'deleting', subject: anna });
  expect(timesReopened()).toBe(1);
  await forge.clock.advance(10 * 60_000);
  expect(storeMentions(forge, anna)).toBe(false);
});

test('somebody who comes back at the moment that something of theirs is found is not erased', async () => {
  const back = { error: undefined as unknown };
  await find(
    heldBefore('transaction', async () => Object.assign(back, await personOf(forge, anna).log('2026-03-01'))),
  );
  expect(back.error).toBeUndefined();
  expect(job()).toMatchObject({ state: 'done' });
  expect(timesReopened()).toBe(0);
});

test('somebody of whom something is found at the moment they come back waits until it is erased', async () => {
  await expect(register(heldBefore('transaction', () => findBy(engine)))).resolves.toBe('CONFLICT');
  expect(job()).toMatchObject({ state: 'deleting' });
  await forge.clock.advance(10 * 60_000);
  expect(job()).toMatchObject({ state: 'done' });
  expect(storeMentions(forge, anna)).toBe(false);
  await expect(register(engine)).resolves.toBe('saved');
});

test('an erasure that is confirmed at that moment is taken up by the next pass, from where it stands then', async () => {
  const confirm = () => confirmErasures(engine, toInstant(engine.now()));
  await find(heldBefore('transaction', confirm));
  expect(job()).toMatchObject({ state: 'confirmed' });
  expect(timesReopened()).toBe(0);
  await find();
  expect(job()).toMatchObject({ state: 'deleting' });
  expect(job()).not.toHaveProperty('confirmedAt');
  await forge.clock.advance(10 * 60_000);
  expect(storeMentions(forge, anna)).toBe(false);
  expect(contradictions(forge)).toEqual([]);
});
