import type { ReportingView } from '../../../../src/contract';
import { calledIn, columnsOf, HEIGHT, widthOf } from '../../../../static/admin/reporting/cycle-columns';
import {
  answerWords,
  figuresOf,
  lastFailureWords,
  longestWords,
  unreadPeriodWords,
} from '../../../../static/admin/reporting/figure-words';
import { erasedWords } from '../../../../static/admin/removed-words';
import { reportedWords } from '../../../../static/shared/reported-words';
import { cycle, view, VIEWER, without } from './support';
import { printed } from '../../../setup/printed';

describe('The figures', () => {
  it('put the account ID that waits longest beside the cycle', () => {
    expect(longestWords(view())).toBe('4 days of 7');
    expect(longestWords(without(view(), 'oldest'))).toBe('–');
    // The clock of the browser has no say, and a date ahead of the app's own is no negative wait.
    expect(longestWords(view({ now: '2026-11-16T09:00:00.000Z' }))).toBe('0 days of 7');
  });

  it('add up what was closed and updated in all cycles', () => {
    const cycles = [cycle('2026-11-09', { closed: 2, updated: 1 }), cycle('2026-11-16', { closed: 1 })];
    const figures = Object.fromEntries(figuresOf(view({ cycles }), VIEWER));
    expect(figures).toMatchObject({
      'Closed and deleted': '3',
      'Updated and confirmed': '1',
      'Reporting period': '7 days',
    });
  });

  it('say that there may be more account IDs than were counted', () => {
    const held = (changes: Partial<ReportingView>) => figuresOf(view(changes), VIEWER)[0]?.[1];
    expect(held({ people: 31 })).toBe('31');
    expect(held({ people: 45_000, morePeople: true })).toBe('45,000 or more');
  });

  it('say what an answer came to, and what of it was ignored', () => {
    const at = '2026-11-16T09:30:00.000Z';
    const answer = { at, accounts: 1599, closed: 1, updated: 0, notUnderstood: 0 };
    expect(answerWords(answer, VIEWER)).toBe(
      printed('16 Nov 2026, 09:30: about 1,599 account IDs, 1 closed, 0 updated'),
    );
    expect(answerWords({ ...answer, notUnderstood: 2 }, VIEWER)).toContain('2 not understood and ignored');
  });

  it('say when a report last failed, and whether that is over', () => {
    const lastFailure = { at: '2026-11-15T09:40:00.000Z', why: 'rate-limited', inARow: 0 } as const;
    const words = (changes: Partial<ReportingView>) => lastFailureWords(view(changes), VIEWER);
    const failed = printed('15 Nov 2026, 09:40: Atlassian asked the app to report later (429).');
    expect(words({ lastFailure: { ...lastFailure, inARow: 1 } })).toBe(failed);
    expect(words({ lastFailure })).toBe(`${failed} Atlassian has answered since.`);
    const aPart = { ...lastFailure, at: '2026-11-16T09:40:00.000Z' };
    expect(words({ lastFailure: aPart })).not.toContain('answered since');
    expect(lastFailureWords(view(), VIEWER)).toBe('None so far');
  });

  it('say that a cycle was asked for in a form that is not known', () => {
    expect(unreadPeriodWords(view(), VIEWER)).toBeUndefined();
    const words = unreadPeriodWords(view({ periodUnreadAt: '2026-11-18T00:00:00.000Z' }), VIEWER);
    expect(words).toContain(printed('On 18 Nov 2026'));
    expect(words).toContain('stays with 7 days');
  });
});

describe('The chart', () => {
  const cycles = [
    cycle('2026-11-02'),
    cycle('2026-11-09', { calls: 2, accounts: 100 }),
    cycle('2026-11-16', { calls: 1, accounts: 25 }),
    cycle('2026-11-20', { failures: 1 }),
  ];

  it('leaves out cycles in which Atlassian was not called', () => {
    expect(calledIn(cycles)).toEqual(cycles.slice(1));
  });

  it('has bars in proportion to the most of them, the present cycle marked', () => {
    const columns = columnsOf(calledIn(cycles), cycles.at(-1)?.from);
    expect(columns.map(({ height }) => height)).toEqual([HEIGHT, HEIGHT / 4, 0]);
    expect(columns.map(({ present }) => present)).toEqual([false, false, true]);
    expect(widthOf(columns)).toBeGreaterThan(columns.at(-1)?.x ?? 0);
  });

  it('shows a bar even where one account stands beside a million', () => {
    const uneven = [cycle('2026-11-09', { accounts: 1_000_000 }), cycle('2026-11-16', { accounts: 1 })];
    expect(columnsOf(uneven, undefined)[1]?.height).toBe(1);
  });
});

describe('What is said of one person', () => {
  it('is when Atlassian was told and from when it is told again', () => {
    const nextAt = '2026-11-23T09:30:00.000Z';
    expect(reportedWords({ nextAt }, 'your', VIEWER)).toContain('not told Atlassian yet');
    expect(reportedWords({ nextAt }, 'your', VIEWER)).toContain(printed('on 23 Nov 2026 or soon after'));
    const told = reportedWords({ lastAt: '2026-11-16T09:30:00.000Z', nextAt }, 'the', VIEWER);
    expect(told).toContain(printed('last told Atlassian on 16 Nov 2026 that it stores the account ID'));
    expect(told).toContain(printed('on or after 23 Nov 2026'));
  });

  it('is when they are erased after they were removed from the site', () => {
    const removed = { accountId: '712020:a', removedAt: '2026-11-01T00:00:00.000Z' };
    expect(erasedWords(removed, VIEWER)).toBe('Deleted when Atlassian says that the account is closed');
    const dated = { ...removed, erasedFrom: '2026-12-01T00:00:00.000Z' };
    expect(erasedWords(dated, VIEWER)).toContain(printed('on or soon after 1 Dec 2026'));
  });
});
