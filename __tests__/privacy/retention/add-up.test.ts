import { engine } from '../../../src/app';
import { addUp, stepsOf, type Step } from '../../../src/privacy/retention/add-up';
import type { Settings } from '../../../src/privacy/data-sets/settings';
import type { Engine } from '../../../src/privacy/engine';
import { expiredRecords, expiryOf } from '../../../src/privacy/retention/expiry';
import { setRestriction } from '../../../src/privacy/restriction/restriction';
import { StorageRefusedError } from '../../../src/storage/failures';
import { logTime } from '../../../src/timesheet/log-time';
import { TIME_ENTRY } from '../../../src/timesheet/time-entry';
import { openInside, type Inside } from '../../setup/inside';
import { PEOPLE } from '../../setup/test-site';
import { storedRows } from '../../setup/use-forge';
import { ISSUE_TOTAL } from '../../../src/timesheet/issue-total';
import { rawRow } from '../../setup/rows-of';
import { totalsIn } from '../../setup/totals-in';

const DAY_MS = 86_400_000;
const ISSUE = '20001';
const SETTINGS: Settings = { retentionDays: { 'time-entry': 30 }, keepTotals: true };
const SIX = [PEOPLE.anna, PEOPLE.ben, PEOPLE.chloe, PEOPLE.noData, PEOPLE.admin, PEOPLE.deactivated];

let inside: Inside;
const run = <Result>(work: () => Promise<Result>): Promise<Result> => inside.run(work);
const totals = () => totalsIn(inside.forge);
const entries = () => storedRows(inside.forge, 'time-entry').length;

async function settle(settings: Settings): Promise<void> {
  const { storageId } = inside.forge.installations.get();
  await inside.forge.storage.load(storageId, [{ store: 'plain', key: 'settings', value: settings }]);
}

async function log(accountId: string, n: number, startedOn = '2026-03-01'): Promise<void> {
  const request = { fromClient: `entry-number-${n}` };
  await run(() => logTime(engine, { request, accountId, issueId: ISSUE, startedOn, seconds: 3600 }));
}

async function steps(): Promise<Step[]> {
  const found: Step[] = [];
  await run(async () => {
    const expiry = expiryOf(TIME_ENTRY, SETTINGS, engine.now());
    if (!expiry) throw new Error('entries have a period');
    const { records } = await expiredRecords(engine, TIME_ENTRY, expiry, { limit: 100, spareMs: 0 });
    for await (const step of stepsOf(engine, TIME_ENTRY, SETTINGS, records)) found.push(step);
  });
  return found;
}

/** Adds the steps at the same moment: no transaction begins before each step has read what it builds on. */
function atOnce(found: readonly Step[]): Promise<string[][]> {
  let waiting = found.length;
  let open = (): void => undefined;
  const everyone = new Promise<void>((resolve) => {
    open = resolve;
  });
  const transact: Engine['store']['transact'] = async (changes) => {
    waiting -= 1;
    if (waiting <= 0) open();
    await everyone;
    return engine.store.transact(changes);
  };
  const waited: Engine = { ...engine, store: { ...engine.store, transact } };
  return run(() => Promise.all(found.map((step) => addUp(waited, TIME_ENTRY, step))));
}

/** Six people with an entry of each of two years, so that two steps of three people each are needed. */
beforeEach(async () => {
  inside = await openInside();
  for (const [n, accountId] of SIX.entries()) {
    await log(accountId, n);
    await log(accountId, n + 10, '2025-03-01');
  }
  // Later: with a shorter period no day of the year before is taken.
  await settle(SETTINGS);
  await inside.forge.clock.advance(31 * DAY_MS, { deliver: false });
});

afterEach(() => inside.forge.close());

describe.each(['fails', 'passes', 'evaluated'] as const)(
  'Where a condition on a missing row %s',
  (meaning) => {
    beforeEach(() => {
      inside.forge.storage.settings.conditionOnMissingRow = meaning;
    });

    it('two steps at once into one total lose nothing of it', async () => {
      const found = await steps();
      expect(found).toHaveLength(2);
      const added = await atOnce(found);
      expect(added.map(({ length }) => length)).toEqual([6, 6]);
      expect(totals()).toEqual([{ issueId: ISSUE, seconds: 12 * 3600 }]);
      expect(entries()).toBe(0);
    });

    it('the same step twice at once adds once', async () => {
      const [step] = await steps();
      if (!step) throw new Error('there is a step');
      const added = await atOnce([step, step]);
      expect(added.map(({ length }) => length).sort()).toEqual([0, 6]);
      expect(totals()).toEqual([{ issueId: ISSUE, seconds: 6 * 3600 }]);
    });
  },
);

it('A step that storage refuses every time ends, and what it would have added is left to be deleted', async () => {
  const [step] = await steps();
  let refused = 0;
  const transact: Engine['store']['transact'] = () => {
    refused += 1;
    return Promise.reject(new StorageRefusedError('CONDITION'));
  };
  const refusing: Engine = { ...engine, store: { ...engine.store, transact } };
  expect(step && (await run(() => addUp(refusing, TIME_ENTRY, step)))).toEqual([]);
  expect(refused).toBeGreaterThan(3);
  expect(totals()).toEqual([{ issueId: ISSUE, seconds: 0 }]);
  expect(entries()).toBe(12);
});

it('A step does nothing once administrators keep no totals any more', async () => {
  const [step] = await steps();
  await settle({ ...SETTINGS, keepTotals: false });
  expect(step && (await run(() => addUp(engine, TIME_ENTRY, step)))).toEqual([]);
  expect(totals()).toEqual([]);
  expect(entries()).toBe(12);
});

it('A step goes on without somebody who restricted the use of their data meanwhile, where enough are left', async () => {
  const made = (await steps()).flatMap(({ records }) => records);
  const four = SIX.slice(0, 4).map((person) => made.find((record) => record.person === person));
  const step: Step = { value: ISSUE, records: four.filter((record) => record !== undefined) };
  await run(() => setRestriction(engine, PEOPLE.anna, 'person', true));
  const added = await run(() => addUp(engine, TIME_ENTRY, step));
  expect(added.map((key) => key.split('#')[0])).toEqual(SIX.slice(1, 4));
  expect(totals()).toEqual([{ issueId: ISSUE, seconds: 3 * 3600 }]);
});

it('A step that would be more than a total can hold is not added', async () => {
  const { storageId } = inside.forge.installations.get();
  const value = { version: 1, issueId: ISSUE, seconds: 2_147_483_647 };
  await inside.forge.storage.load(storageId, [rawRow(ISSUE_TOTAL, ISSUE, value)]);
  const [step] = await steps();
  expect(step && (await run(() => addUp(engine, TIME_ENTRY, step)))).toEqual([]);
  expect(storedRows(inside.forge, 'issue-total').map((row) => row.value)).toEqual([value]);
  expect(entries()).toBe(12);
});
