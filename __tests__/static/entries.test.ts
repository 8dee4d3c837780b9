import type { EntryFilter, ListedEntry } from '../../src/contract';
import { listAll, removeAll, type EntrySource } from '../../static/shared/entries/entry-source';
import {
  liesAmong,
  noChanges,
  withOwnChanges,
  withPut,
  withRemoved,
  type OwnChanges,
} from '../../static/shared/entries/own-changes';
import { failure } from '../../static/shared/failure';

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
  });
});
