import { accountsOf } from '../../bench/reporting-rows';
import { peopleRows } from '../../bench/scan-rows';
import type { LoadedRow } from '../../local/storage';
import type { ErasureJob } from '../../src/privacy/data-sets/erasure-job';
import type { TimeEntry } from '../../src/timesheet/time-entry';
import { erasureJob } from '../setup/erasure-job';
import { useForge } from '../setup/use-forge';

const app = useForge({ callMs: { min: 10, max: 30 } });
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Forge grants a site as many reads a minute, and as many writes. */
const QUOTA = 4_000;
const LONG_AGO = '2020-01-01T17:00:00.000Z';
const LAST_WEEK = '2026-02-20T17:00:00.000Z';
const YESTERDAY = '2026-03-01T06:00:00.000Z';

const ACCOUNTS = accountsOf(800);
const EXPIRED = new Set(ACCOUNTS.slice(0, 300));
const REMOVED = new Set(ACCOUNTS.slice(300, 350));
const STALLED = Array.from({ length: 100 }, (_, n) => `557058:stalled-${n}`);

/** What the app keeps of all of them, with something for each of its duties. */
function* rows(): Generator<LoadedRow> {
  for (const row of peopleRows(ACCOUNTS, 3))
    yield { ...row, value: { ...(row.value as object), ...dated(row) } };
  yield jobRow('an-erasure-that-is-done', { state: 'done', updatedAt: YESTERDAY, doneAt: YESTERDAY });
  for (const subject of STALLED) {
    yield jobRow(`stalled-${subject.slice(7)}`, { state: 'fenced', updatedAt: YESTERDAY, subject });
  }
}

function dated({ entityName, value }: LoadedRow): object {
  const { accountId = '' } = value as { accountId?: string };
  if (entityName === 'cohort') return { countsFrom: LAST_WEEK, reportedAt: LAST_WEEK };
  if (entityName === 'time-entry' && EXPIRED.has(accountId)) return onDay(value as TimeEntry, '2020-01-01');
  if (entityName !== 'standing' || !REMOVED.has(accountId)) return {};
  return { removedAt: LONG_AGO, restrictedAt: LONG_AGO, restrictedBy: 'atlassian' };
}

const onDay = ({ position }: TimeEntry, startedOn: string): Partial<TimeEntry> => ({
  startedOn,
  position: `${startedOn}${position.slice(startedOn.length)}`,
});

const jobRow = (key: string, change: Partial<ErasureJob>): LoadedRow => ({
  store: 'entity',
  entityName: 'erasure',
  key,
  value: erasureJob(change),
});

/** How many units were used when a job called storage, from now on. */
function watchJobs(): Array<{ at: number; units: number }> {
  const { forge } = app;
  const { storageId } = forge.installations.get();
  const calls: Array<{ at: number; units: number }> = [];
  forge.faults.add({
    remote: 'kvs',
    matches: () => {
      const { readUnits, writeUnits } = forge.storage.usage(storageId);
      calls.push({ at: forge.clock.now(), units: readUnits + writeUnits });
      return false;
    },
    outcome: { kind: 'cut' },
  });
  return calls;
}

/** The most units within one minute, wherever it begins. */
function mostInAMinute(calls: ReadonlyArray<{ at: number; units: number }>): number {
  let first = 0;
  let most = 0;
  for (const { at, units } of calls) {
    while ((calls[first]?.at ?? at) <= at - MINUTE_MS) first += 1;
    most = Math.max(most, units - (calls[first]?.units ?? units));
  }
  return most;
}

describe('However much there is to do in the background', () => {
  beforeEach(() => app.forge.storage.load(app.forge.installations.get().storageId, rows()));

  it('half of what Forge grants a minute is left for people, and all of it is done', async () => {
    app.forge.queue.mode.parallel = 10;
    const calls = watchJobs();
    await app.forge.schedule.run('daily');
    await app.forge.clock.advance(6 * HOUR_MS);
    const left = app
      .stored('time-entry')
      .filter(({ value }) => (value as TimeEntry).startedOn === '2020-01-01');
    expect(left).toEqual([]);
    expect(
      app.stored().filter((row) => [...REMOVED].some((one) => JSON.stringify(row).includes(one))),
    ).toEqual([]);
    const states = app.stored('erasure').map(({ value }) => (value as ErasureJob).state);
    expect(states.filter((state) => state !== 'done' && state !== 'confirmed')).toEqual([]);
    expect(states).toContain('confirmed');
    const reported = app.forge.atlassian.reports.flatMap(({ accounts }) => accounts);
    expect(reported.length).toBeGreaterThanOrEqual(ACCOUNTS.length - REMOVED.size);
    expect(mostInAMinute(calls)).toBeLessThanOrEqual(QUOTA / 2);
  });
});
