import { emptyCohort, join, leave, withMembers } from '../../src/privacy/cohorts';
import type { Cohort, Member } from '../../src/privacy/data-sets/cohort';
import { dueMembers, lastToldOf, memberCountsFrom } from '../../src/privacy/due';
import { afterReport, type Outcome } from '../../src/privacy/reporting/record-answer';
import { addDays, addSeconds, FIRST_INSTANT, NEVER, toInstant } from '../../src/privacy/time';

const PERIOD = 7 * 86_400;
const START = new Date('2026-03-02T09:00:00.000Z');
const day = (days: number): Date => addDays(START, days);
const names = (members: readonly Member[]): string[] => members.map(({ accountId }) => accountId);

function outcome(asked: string[], at: Date, said: Partial<Outcome> = {}): Outcome {
  const instant = toInstant(at);
  return {
    asked: new Set(asked),
    askedAt: instant,
    answeredAt: instant,
    closed: new Set(),
    updated: new Set(),
    ...said,
  };
}

/** A group that joined on day 0 and was reported on day 7. */
function inStep(...accounts: string[]): Cohort {
  const joined = accounts.reduce((cohort, account) => join(cohort, account, START), emptyCohort());
  return afterReport(joined, outcome(accounts, day(7)));
}

describe('A group', () => {
  it('counts from its first member on, and never while it is empty', () => {
    expect(emptyCohort().countsFrom).toBe(NEVER);
    const two = join(join(emptyCohort(), 'anna', START), 'ben', day(3));
    expect(two).toMatchObject({ version: 2, size: 2, countsFrom: toInstant(START) });
    expect(leave(two, 'anna')).toMatchObject({ version: 3, size: 1, countsFrom: toInstant(day(3)) });
    expect(leave(leave(two, 'anna'), 'ben').countsFrom).toBe(NEVER);
  });

  it('is due to the second when its cycle is over', () => {
    const cohort = inStep('anna', 'ben');
    expect(dueMembers(cohort, addSeconds(day(14), -0.001), PERIOD)).toEqual([]);
    expect(names(dueMembers(cohort, day(14), PERIOD))).toEqual(['anna', 'ben']);
  });

  it('is due earlier or later as soon as Atlassian asks for another cycle', () => {
    const cohort = inStep('anna');
    expect(names(dueMembers(cohort, day(8), 86_400))).toEqual(['anna']);
    expect(dueMembers(cohort, day(31), 25 * 86_400)).toEqual([]);
    expect(names(dueMembers(cohort, day(32), 25 * 86_400))).toEqual(['anna']);
  });

  it('takes nobody along who may have been told in this cycle, in a stay whose marker has ended since', () => {
    const cohort = join(inStep('anna'), 'ben', day(40));
    const cycle = 40 * 86_400;
    expect(names(dueMembers(cohort, day(47), cycle))).toEqual(['anna']);
    expect(names(dueMembers(cohort, day(50), cycle))).toEqual(['anna']);
    expect(names(dueMembers(cohort, addSeconds(day(50), 900), cycle))).toEqual(['anna', 'ben']);
    expect(names(dueMembers(cohort, day(47), 30 * 86_400 - 900))).toEqual(['anna', 'ben']);
  });

  it('takes newcomers along, and nobody because of them', () => {
    const cohort = join(inStep('anna'), 'ben', day(13));
    expect(dueMembers(cohort, day(13), PERIOD)).toEqual([]);
    expect(names(dueMembers(cohort, day(14), PERIOD))).toEqual(['anna', 'ben']);
    const alone = leave(cohort, 'anna');
    expect(dueMembers(alone, day(19), PERIOD)).toEqual([]);
    expect(names(dueMembers(alone, day(20), PERIOD))).toEqual(['ben']);
  });

  it('has room for 90', () => {
    const full = withMembers(
      emptyCohort(),
      Array.from({ length: 90 }, () => ({ accountId: 'a', updatedAt: toInstant(START) })),
    );
    expect(() => join(full, 'one-too-many', START)).toThrow(RangeError);
  });
});

describe('Somebody who comes back', () => {
  const back = join(inStep('anna'), 'ben', day(9), toInstant(day(8)));

  it('is not reported less than a cycle after the last moment at which they may have been', () => {
    expect(names(dueMembers(back, day(14), PERIOD))).toEqual(['anna']);
    expect(names(dueMembers(back, addSeconds(day(15), 899), PERIOD))).toEqual(['anna']);
    expect(names(dueMembers(back, addSeconds(day(15), 900), PERIOD))).toEqual(['anna', 'ben']);
  });

  it('is reported a cycle after coming back at the latest, also where the group has its turn before', () => {
    const told = afterReport(back, outcome(['anna'], day(14)));
    expect(dueMembers(told, addSeconds(day(16), -1), PERIOD)).toEqual([]);
    expect(names(dueMembers(told, day(16), PERIOD))).toEqual(['ben']);
    const both = afterReport(told, outcome(['ben'], day(16)));
    expect(lastToldOf(both.members[1] as Member, both)).toBe(toInstant(day(16)));
    expect(lastToldOf(both.members[0] as Member, both)).toBe(toInstant(day(14)));
    expect(names(dueMembers(both, day(21), PERIOD))).toEqual(['anna']);
    expect(names(dueMembers(both, day(23), PERIOD))).toEqual(['anna', 'ben']);
  });

  it('counts from the end of what was under way where they come back within minutes', () => {
    const soon = join(inStep('anna'), 'ben', addSeconds(day(8), 60), toInstant(day(8)));
    expect(memberCountsFrom(soon.members[1] as Member, soon)).toBe(toInstant(addSeconds(day(8), 900)));
  });
});

describe('A group after a report', () => {
  it('is in step, with one date for all', () => {
    const cohort = inStep('anna', 'ben');
    expect(cohort.reportedAt).toBe(toInstant(day(7)));
    expect(cohort.members).toEqual(
      ['anna', 'ben'].map((accountId) => ({ accountId, updatedAt: toInstant(START) })),
    );
  });

  it('counts from when the answer came, which is never before the report was made', () => {
    const said = { askedAt: toInstant(day(14)), answeredAt: toInstant(addSeconds(day(14), 60)) };
    const cohort = afterReport(inStep('anna'), outcome(['anna'], day(14), said));
    expect(cohort.countsFrom).toBe(said.answeredAt);
  });

  it('keeps who joined meanwhile for the next time, and does not bring back who left', () => {
    const now = join(leave(inStep('anna', 'ben'), 'ben'), 'chloe', day(14));
    const cohort = afterReport(now, outcome(['anna', 'ben'], day(14), { updated: new Set(['ben']) }));
    expect(names(cohort.members)).toEqual(['anna', 'chloe']);
    expect(lastToldOf(cohort.members[1] as Member, cohort)).toBeUndefined();
    expect(names(dueMembers(cohort, day(21), PERIOD))).toEqual(['anna', 'chloe']);
  });

  it('is due at once while a closed account is in it, which nobody reports again', () => {
    const cohort = afterReport(
      inStep('anna', 'ben'),
      outcome(['anna', 'ben'], day(14), { closed: new Set(['ben']) }),
    );
    expect(cohort.countsFrom).toBe(FIRST_INSTANT);
    expect(cohort.members[1]?.closedAt).toBe(toInstant(day(14)));
    expect(names(dueMembers(cohort, day(21), PERIOD))).toEqual(['anna']);
    expect(leave(cohort, 'ben').countsFrom).toBe(toInstant(day(14)));
  });

  it('moves `updatedAt` on to when Atlassian was asked, and only of whom it said updated', () => {
    const cohort = afterReport(
      inStep('anna', 'ben'),
      outcome(['anna', 'ben'], day(14), { updated: new Set(['ben']), answeredAt: toInstant(day(15)) }),
    );
    expect(cohort.members.map(({ updatedAt }) => updatedAt)).toEqual([toInstant(START), toInstant(day(14))]);
  });

  it('confirms whom Jira had said to have changed, but not what changed after the question', () => {
    const changed = (at: Date): Cohort => {
      const cohort = inStep('anna');
      return withMembers(cohort, [{ ...(cohort.members[0] as Member), changedAt: toInstant(at) }]);
    };
    const before = afterReport(changed(day(10)), outcome(['anna'], day(14)));
    expect(before.members).toEqual([{ accountId: 'anna', updatedAt: toInstant(day(14)) }]);
    const later = { changedAt: toInstant(addSeconds(day(14), 1)) };
    const after = afterReport(changed(addSeconds(day(14), 1)), outcome(['anna'], day(14)));
    expect(after.members).toEqual([{ accountId: 'anna', updatedAt: toInstant(START), ...later }]);
  });

  it('gives those who were asked a date of their own where others in step were not', () => {
    const half = afterReport(inStep('anna', 'ben'), outcome(['anna'], day(14)));
    expect(lastToldOf(half.members[0] as Member, half)).toBe(toInstant(day(14)));
    expect(names(dueMembers(half, day(14), PERIOD))).toEqual(['ben']);
    const whole = afterReport(half, outcome(['ben'], addSeconds(day(14), 5)));
    expect(dueMembers(whole, day(21), PERIOD)).toEqual([]);
    expect(names(dueMembers(whole, addSeconds(day(21), 5), PERIOD))).toEqual(['anna', 'ben']);
    const together = afterReport(whole, outcome(['anna', 'ben'], day(22)));
    expect(together.members.every(({ toldAt }) => toldAt === undefined)).toBe(true);
  });
});
