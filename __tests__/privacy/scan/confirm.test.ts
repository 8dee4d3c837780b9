import { engine } from '../../../src/app';
import { ERASURE_JOB, type ErasureJob } from '../../../src/privacy/data-sets/erasure-job';
import { confirmErasures } from '../../../src/privacy/scan/confirm';
import { openInside, type Inside } from '../../setup/inside';
import { storedRows } from '../../setup/use-forge';
import { plant } from '../../setup/plant';

const EARLIER = '2026-03-02T07:00:00.000Z';
const PASS = '2026-03-02T08:00:00.000Z';
const LATER = '2026-03-02T08:30:00.000Z';
const NEXT_PASS = '2026-03-03T08:00:00.000Z';
/** What one pass lists at once. */
const LISTED = 1000;

let inside: Inside;
beforeEach(async () => {
  inside = await openInside({ storage: { quotas: 'off' } });
});
afterEach(() => inside.forge.close());

const doneAt = (at: string, version = 1): ErasureJob => ({
  version,
  state: 'done',
  askedBy: 'person',
  startedAt: EARLIER,
  updatedAt: at,
  doneAt: at,
  expected: {},
  erased: {},
  tries: 0,
  mapVersion: '0123456789abcdef',
});

const idOf = (n: number): string => `loaded-erasure-${String(n).padStart(6, '0')}`;

/** Erasures that queries list at once. */
const load = (jobs: readonly ErasureJob[]): Promise<void> =>
  inside.forge.storage.load(
    inside.forge.installations.get().storageId,
    jobs.map((value, n) => ({ store: 'entity', entityName: ERASURE_JOB.name, key: idOf(n), value })),
  );

const states = (): string[] =>
  storedRows(inside.forge, ERASURE_JOB.name).map(({ value }) => (value as ErasureJob).state);
const confirmedBy = (pass: string): Promise<boolean> => inside.run(() => confirmErasures(engine, pass));

test('a pass confirms what was done before it began, and the next one what was done since', async () => {
  await load([doneAt(EARLIER), doneAt(PASS), doneAt(LATER)]);
  await expect(confirmedBy(PASS)).resolves.toBe(true);
  expect(states()).toEqual(['confirmed', 'done', 'done']);
  await expect(confirmedBy(NEXT_PASS)).resolves.toBe(true);
  expect(states()).toEqual(['confirmed', 'confirmed', 'confirmed']);
});

test('an erasure that a pass took up and that is done again is confirmed by the next, though a late query lists it as before', async () => {
  await load([doneAt(EARLIER)]);
  inside.forge.storage.settings.queryLagMs = 3_600_000;
  await inside.run(() => plant(engine.store, ERASURE_JOB, idOf(0), doneAt(LATER, 3)));
  await expect(confirmedBy(PASS)).resolves.toBe(true);
  expect(states()).toEqual(['done']);
  await inside.forge.clock.advance(3_600_000, { deliver: false });
  await expect(confirmedBy(NEXT_PASS)).resolves.toBe(true);
  expect(states()).toEqual(['confirmed']);
});

test('a pass ends, however many erasures were done since it began', async () => {
  await load(Array.from({ length: LISTED }, () => doneAt(LATER)));
  await expect(confirmedBy(PASS)).resolves.toBe(true);
  expect(states().filter((state) => state !== 'done')).toEqual([]);
});

test('an erasure that is confirmed, and that a late query lists as done, is not confirmed again', async () => {
  await load([doneAt(EARLIER)]);
  inside.forge.storage.settings.queryLagMs = 3_600_000;
  await confirmedBy(PASS);
  await confirmedBy(NEXT_PASS);
  expect(states()).toEqual(['confirmed']);
  expect(storedRows(inside.forge, 'audit')).toHaveLength(1);
});

test('those that did not find all that was counted wait a week for a pass to confirm them, however many they are', async () => {
  const missing = { ...doneAt(EARLIER), expected: { 'time-entry': 1 } };
  await load([...Array.from({ length: LISTED }, () => missing), doneAt(EARLIER)]);
  await expect(confirmedBy('2026-03-09T06:59:59.000Z')).resolves.toBe(true);
  expect(states().filter((state) => state === 'confirmed')).toHaveLength(1);
  await expect(confirmedBy('2026-03-09T07:00:01.000Z')).resolves.toBe(true);
  expect(states().filter((state) => state !== 'confirmed')).toEqual([]);
});
