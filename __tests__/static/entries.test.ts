import fc from 'fast-check';
import type { EntryFilter, ListedEntry } from '../../src/contract';
import { dayBeside } from '../../static/shared/dates';
import { listAll, removeAll, type EntrySource } from '../../static/shared/entries/entry-source';
import {
  liesAmong,
  noChanges,
  withOwnChanges,
  withPut,
  withRemoved,
  type OwnChanges,
} from '../../static/shared/entries/own-changes';
import { daysOf } from '../../static/shared/entries/entry-days';
import { presetsOf } from '../../static/shared/entries/day-presets';
import { failure } from '../../static/shared/failure';
import { t } from '../../static/shared/words/words';
import { runCount } from '../setup/run-count';

const entry = (id: string, startedOn = '2026-11-20'): ListedEntry => ({
  id,
  accountId: 'p1',
  issueId: '1',
  startedOn,
  seconds: 60,
  createdAt: `${startedOn}T10:00:00.000Z`,
  keptUntil: '2029-11-20',
});

/** A source of so many entries, in pages, that remembers what was asked. */
function sourceOf(count: number, failsAt?: number) {
  const asked: EntryFilter[] = [];
  const removed: string[][] = [];
  const source: EntrySource = {
    list: async (filter) => {
      asked.push(filter);
      const start = Number(filter.after ?? 0);
      if (start === failsAt) return failure('No answer.');
      const end = Math.min(count, start + (filter.limit ?? 50));
      const entries = Array.from({ length: end - start }, (_, index) => entry(`e${start + index}`));
      return { entries, ...(end < count ? { next: String(end) } : {}) };
    },
    correct: async () => failure('Not asked.'),
    remove: async (ids) => {
      if (removed.length === failsAt) return failure('No answer.');
      removed.push(ids);
      return { deleted: ids.length - 1, remaining: 0 };
    },
  };
  return { source, asked, removed };
}

describe('listing every entry that matches', () => {
  it('goes through all pages with the same filter', async () => {
    const { source, asked } = sourceOf(250);
    const progress: number[] = [];
    const all = await listAll(source, { issueId: '7' }, (count) => progress.push(count));
    expect(all).toHaveLength(250);
    expect(asked).toEqual([
      { issueId: '7', limit: 100 },
      { issueId: '7', limit: 100, after: '100' },
      { issueId: '7', limit: 100, after: '200' },
    ]);
    expect(progress).toEqual([100, 200, 250]);
  });

  it('gives an entry once that is on two pages', async () => {
    const pages = [{ entries: [entry('a'), entry('b')], next: 'b' }, { entries: [entry('a'), entry('c')] }];
    const { source } = sourceOf(0);
    const listing = { ...source, list: async () => pages.shift() ?? { entries: [] } };
    const all = await listAll(listing, {}, () => {});
    expect(all).toEqual([entry('a'), entry('b'), entry('c')]);
  });

  it('gives the failure of a page and no half a list', async () => {
    const { source } = sourceOf(250, 100);
    await expect(listAll(source, {}, () => undefined)).resolves.toEqual(failure('No answer.'));
  });
});

describe('deleting entries', () => {
  const ids = Array.from({ length: 250 }, (_, index) => `e${index}`);

  it('sends at most 100 at a time and adds up what was there', async () => {
    const { source, removed } = sourceOf(0);
    const removal = await removeAll(source, ids, () => undefined);
    expect(removed.map((batch) => batch.length)).toEqual([100, 100, 50]);
    expect(removal).toEqual({ removed: ids, deleted: 247, failure: undefined });
  });

  it('says how far it came when a batch fails', async () => {
    const { source } = sourceOf(0, 1);
    const removal = await removeAll(source, ids, () => undefined);
    expect(removal).toEqual({ removed: ids.slice(0, 100), deleted: 99, failure: failure('No answer.') });
  });
});

describe('a list that lags behind', () => {
  const shown = (listed: ListedEntry[], changes: OwnChanges) =>
    withOwnChanges(listed, changes).map(({ id, seconds }) => `${id} ${seconds}`);

  it('shows what was just written, once, newest day first', () => {
    const listed = [entry('old', '2026-11-01'), entry('new', '2026-11-20')];
    const changes = withPut(noChanges, [entry('new', '2026-11-20'), entry('mid', '2026-11-10')]);
    expect(shown(listed, changes)).toEqual(['new 60', 'mid 60', 'old 60']);
  });

  it('shows once what is on two of its pages', () => {
    const listed = [entry('a', '2026-11-21'), entry('b'), entry('a', '2026-11-21')];
    expect(withOwnChanges(listed, noChanges).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('hides what was just deleted, also when it was just written', () => {
    const changes = withRemoved(withPut(noChanges, [entry('b')]), ['a', 'b']);
    expect(shown([entry('a'), entry('c')], changes)).toEqual(['c 60']);
  });

  it('shows what was corrected as it stands now, and what was put back again', () => {
    const corrected = withPut(noChanges, [{ ...entry('a'), seconds: 120 }]);
    expect(shown([entry('a')], corrected)).toEqual(['a 120']);
    expect(shown([], withPut(withRemoved(corrected, ['a']), [entry('a')]))).toEqual(['a 60']);
  });

  it('takes in nothing that belongs to another page', () => {
    const page = [entry('b', '2026-11-20'), entry('c', '2026-11-10')];
    const fits = (day: string) => liesAmong(page, entry('x', day));
    expect(['2026-11-21', '2026-11-20', '2026-11-10', '2026-11-09'].map(fits)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(liesAmong([], entry('x'))).toBe(true);
    expect(liesAmong([...page].reverse(), entry('x', '2026-11-15'))).toBe(true);
    expect(liesAmong([...page].reverse(), entry('x', '2026-11-09'))).toBe(false);
  });

  it('keeps the order in which it is listed', () => {
    const changes = withPut(noChanges, [entry('mid', '2026-11-10')]);
    const listed = [entry('old', '2026-11-01'), entry('new', '2026-11-20')];
    const oldestFirst = withOwnChanges(listed, changes, () => true, 'oldest-first');
    expect(oldestFirst.map(({ id }) => id)).toEqual(['old', 'mid', 'new']);
  });
});

test('entries stand by day, and a day that may go on on another page says so', () => {
  const page = [entry('a', '2026-11-20'), entry('b', '2026-11-20'), entry('c'), entry('d', '2026-11-18')];
  const parts = (before: boolean, after: boolean) =>
    daysOf(page, { before, after }).map(({ day, entries, isPart }) => [day, entries.length, isPart]);
  expect(parts(false, false)).toEqual([
    ['2026-11-20', 3, false],
    ['2026-11-18', 1, false],
  ]);
  expect(parts(true, true).map(([, , isPart]) => isPart)).toEqual([true, true]);
  expect(parts(false, true).map(([, , isPart]) => isPart)).toEqual([false, true]);
});

describe('ranges of days with one click', () => {
  const ranges = (today: string, startsOn: number) =>
    presetsOf(today, startsOn).map(({ name, from, to }) => `${t(name)} ${from} ${to}`);

  it('begin weeks as the country does, and know how long a month is', () => {
    expect(ranges('2026-03-01', 1)).toEqual([
      'Today 2026-03-01 2026-03-01',
      'This week 2026-02-23 2026-03-01',
      'Last week 2026-02-16 2026-02-22',
      'This month 2026-03-01 2026-03-31',
      'Last month 2026-02-01 2026-02-28',
    ]);
    expect(ranges('2026-03-01', 0).slice(1, 3)).toEqual([
      'This week 2026-03-01 2026-03-07',
      'Last week 2026-02-22 2026-02-28',
    ]);
    expect(ranges('2024-01-31', 6).slice(1)).toEqual([
      'This week 2024-01-27 2024-02-02',
      'Last week 2024-01-20 2024-01-26',
      'This month 2024-01-01 2024-01-31',
      'Last month 2023-12-01 2023-12-31',
    ]);
  });

  it('hold today in this week and month, and not in the last', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 6 }), (date, startsOn) => {
        const today = date.toISOString().slice(0, 10);
        const ranges = new Map(presetsOf(today, startsOn).map((preset) => [t(preset.name), preset] as const));
        const endsOf = (name: string): [string, string] => {
          const { from, to } = ranges.get(name) ?? { from: '', to: '' };
          return [from, to];
        };
        const [[week, weekEnds], [month, monthEnds]] = [endsOf('This week'), endsOf('This month')];
        expect([week, today, weekEnds]).toEqual([week, today, weekEnds].sort());
        expect([month, today, monthEnds]).toEqual([month, today, monthEnds].sort());
        expect(new Date(`${week}T00:00:00Z`).getUTCDay()).toBe(startsOn);
        expect(dayBeside(endsOf('Last week')[1], 1)).toBe(week);
        expect(dayBeside(endsOf('Last month')[1], 1)).toBe(month);
        expect(monthEnds.slice(0, 7)).toBe(today.slice(0, 7));
        expect(dayBeside(monthEnds, 1).slice(8)).toBe('01');
      }),
      { numRuns: runCount(100, 1000) },
    );
  });
});
