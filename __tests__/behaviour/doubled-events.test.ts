import { accountsOf, cohortRows } from '../../bench/reporting-rows';
import type { LocalForge } from '../../local/forge';
import type { LoadedRow } from '../../local/storage';
import type { Cohort } from '../../src/privacy/data-sets/cohort';
import type { Standing } from '../../src/privacy/data-sets/registration';
import { answerReports, DAY_MS, HOUR_MS } from '../privacy/reporting/support';
import { comeBackWhole, HASH, livedInForge } from '../privacy/uninstall/lived-in';
import { overrunOf } from '../properties/overrun';
import { stored } from '../properties/stored';
import { storedRows } from '../setup/use-forge';
import { openTestForge } from '../setup/test-forge';
import { PEOPLE } from '../setup/test-site';
import { personOf } from './person';

const MINUTE_MS = 60_000;
/** Many times what is needed: ends a growth that would take minutes. */
const MOST_CALLS = 20_000;
const PERIOD_MS = 7 * DAY_MS;

/** What takes hours, because something outside the app is late. */
const LONG_WAITS: Record<string, (forge: LocalForge) => Promise<void>> = {
  'a store that came back, which Atlassian is not told of': async (forge) => {
    await comeBackWhole(forge);
    answerReports(forge, { kind: 'answer', status: 503 });
    await forge.clock.advance(DAY_MS);
  },
  'a store that came back, whose first group no query lists yet': async (forge) => {
    forge.storage.settings.queryLagMs = 2 * HOUR_MS;
    await personOf(forge, PEOPLE.noData).log('2026-02-27');
    await comeBackWhole(forge);
    await forge.clock.advance(DAY_MS);
  },
  'an erasure whose last entry no query lists yet': async (forge) => {
    forge.storage.settings.queryLagMs = 10 * HOUR_MS;
    await personOf(forge, PEOPLE.anna).log('2026-02-27');
    await personOf(forge, PEOPLE.anna).user('eraseMyData', { receiptHash: HASH });
    await forge.clock.advance(14 * HOUR_MS);
  },
  'a report that Atlassian wants later': async (forge) => {
    await forge.clock.advance(6 * DAY_MS);
    answerReports(forge, { kind: 'rate-limited', retryAfterSeconds: 3500 }, 3);
    await forge.clock.advance(2 * DAY_MS);
  },
  'more expired entries than one run deletes': async (forge) => {
    await forge.storage.load(forge.installations.get().storageId, [...expiredEntries(forge, 9_000)]);
    forge.storage.settings.queryLagMs = HOUR_MS;
    await forge.schedule.run('daily');
    await forge.clock.advance(6 * HOUR_MS);
    expect(stored(forge).entries).toHaveLength(4);
  },
};

/** Entries of Anna's, of five years ago. */
function* expiredEntries(forge: LocalForge, count: number): Generator<LoadedRow> {
  const { key = '', value } =
    storedRows(forge, 'standing').find((row) => row.key.endsWith(PEOPLE.anna)) ?? {};
  const counts = { 'time-entry': 3 + count, 'day-totals': 2 };
  yield { store: 'entity', entityName: 'standing', key, value: { ...(value as Standing), counts } };
  for (let n = 0; n < count; n += 1) {
    const id = `11111111222243338444${String(n).padStart(12, '0')}`;
    const createdAt = new Date(Date.UTC(2021, 2, 1) + n).toISOString();
    const value = {
      accountId: PEOPLE.anna,
      issueId: '20001',
      startedOn: '2021-03-01',
      seconds: 60,
      createdAt,
      position: `2021-03-01#${id}`,
    };
    yield { store: 'entity', entityName: 'time-entry', key: `${PEOPLE.anna}#${id}`, value };
  }
}

/** How many events the queue delivers. */
async function deliveries(wait: (forge: LocalForge) => Promise<void>, duplicates: number): Promise<number> {
  const forge = await livedInForge();
  forge.queue.mode.duplicates = duplicates;
  const before = forge.invocations.count();
  await Promise.race([wait(forge), overrunOf(forge, MOST_CALLS)]);
  const delivered = forge.invocations.count() - before;
  await forge.close();
  return delivered;
}

test.each(Object.keys(LONG_WAITS))(
  '%s: events that come twice do not become more and more',
  async (name) => {
    const wait = LONG_WAITS[name] ?? (async () => undefined);
    const once = await deliveries(wait, 0);
    expect(once).toBeLessThan(400);
    expect(await deliveries(wait, 1)).toBeLessThanOrEqual(3 * once);
  },
  60_000,
);

/** Groups of which one falls due every twenty minutes, all week. */
function* spreadGroups(startAt: number): Generator<LoadedRow> {
  let at = 0;
  for (const row of cohortRows(accountsOf(90 * 500))) {
    if (row.store !== 'entity' || row.entityName !== 'cohort') continue;
    const reportedAt = new Date(startAt - PERIOD_MS + (at += 20 * MINUTE_MS)).toISOString();
    const value: Cohort = { ...(row.value as Cohort), countsFrom: reportedAt, reportedAt };
    yield { ...row, value: { ...value, members: value.members.slice(0, 1), size: 1 } };
  }
}

test('daily runs add no events to those that reporting goes on with by itself', async () => {
  const forge = await openTestForge();
  await forge.storage.load(forge.installations.get().storageId, [...spreadGroups(forge.clock.now())]);
  const days: number[] = [];
  for (let day = 0; day < 12; day += 1) {
    const before = forge.invocations.count();
    await forge.clock.advance(DAY_MS);
    days.push(forge.invocations.count() - before);
  }
  const [, second = 0] = days;
  expect(second).toBeGreaterThan(24);
  for (const day of days.slice(2)) expect(day).toBeLessThanOrEqual(1.2 * second);
  await forge.close();
});
