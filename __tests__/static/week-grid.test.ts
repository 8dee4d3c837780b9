import type { ListedEntry } from '../../src/contract';
import { cellBeside } from '../../static/my-time/grid/cells';
import { rowsOf } from '../../static/my-time/grid/rows';

const entry = (id: string, issueId: string, startedOn: string, seconds: number): ListedEntry => ({
  id,
  accountId: 'somebody',
  issueId,
  startedOn,
  seconds,
  createdAt: `${startedOn}T08:00:00.000Z`,
  keptUntil: '2027-12-31',
});

describe('the rows of the grid', () => {
  it('hold the time of each work item by day, and stay where they are when more is logged', () => {
    const entries = [
      entry('a', '30', '2026-11-23', 600),
      entry('b', '30', '2026-11-23', 60),
      entry('c', '30', '2026-11-24', 6),
    ];
    const [recent, own] = rowsOf(entries, ['30', '20']);
    expect(recent).toMatchObject({ issueId: '20', seconds: 0 });
    expect(own).toMatchObject({ issueId: '30', seconds: 666 });
    expect(own?.entriesOf.get('2026-11-23')?.map(({ id }) => id)).toEqual(['a', 'b']);
    const after = rowsOf([...entries, entry('d', '20', '2026-11-24', 60)], ['30', '20']);
    expect(after.map(({ issueId }) => issueId)).toEqual(['20', '30']);
  });

  it('are all of the week, and recent ones up to ten', () => {
    const recent = Array.from({ length: 12 }, (_, at) => String(100 + at));
    const week = Array.from({ length: 12 }, (_, at) => entry(String(at), String(200 + at), '2026-11-23', 60));
    expect(rowsOf(week, recent)).toHaveLength(12);
    expect(rowsOf(week.slice(0, 4), recent).map(({ issueId }) => issueId)).toEqual([
      ...recent.slice(0, 6),
      ...['200', '201', '202', '203'],
    ]);
  });
});

test('the keyboard goes from cell to cell, at the end of a row to the next, and never out of the grid', () => {
  const go = (issueId: string, day: string, step: Parameters<typeof cellBeside>[1]) =>
    cellBeside({ issueId, day }, step, ['1', '2'], ['2026-11-23', '2026-11-24']);
  expect(go('1', '2026-11-23', 'right')).toEqual({ issueId: '1', day: '2026-11-24' });
  expect(go('1', '2026-11-24', 'right')).toBeUndefined();
  expect(go('1', '2026-11-24', 'next')).toEqual({ issueId: '2', day: '2026-11-23' });
  expect(go('2', '2026-11-23', 'previous')).toEqual({ issueId: '1', day: '2026-11-24' });
  expect(go('1', '2026-11-23', 'previous')).toBeUndefined();
  expect(go('2', '2026-11-24', 'next')).toBeUndefined();
  expect(go('2', '2026-11-24', 'up')).toEqual({ issueId: '1', day: '2026-11-24' });
  expect(go('2', '2026-11-24', 'down')).toBeUndefined();
  expect(go('1', '2026-11-23', 'left')).toBeUndefined();
});
