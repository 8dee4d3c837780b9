import * as fc from 'fast-check';
import { emptyCohort, moveMembers, withMembers } from '../../../src/privacy/cohorts';
import type { Cohort, Member } from '../../../src/privacy/data-sets/cohort';
import { dueMembers, lastToldOf, memberCountsFrom } from '../../../src/privacy/due';
import { nextMove, type NumberedCohort } from '../../../src/privacy/reporting/merge';
import { afterReport } from '../../../src/privacy/reporting/record-answer';
import { addDays, addSeconds, toInstant } from '../../../src/privacy/time';
import { runCount } from '../../setup/run-count';

const PERIOD = 7 * 86_400;
const START = new Date('2026-03-02T09:00:00.000Z');
const day = (days: number): string => toInstant(addDays(START, days));
const instant = fc.integer({ min: 0, max: 40 * 24 }).map((hours) => day(hours / 24));
const maybe = (value: fc.Arbitrary<string>) => fc.option(value, { nil: undefined });
const numRuns = runCount(300, 10_000);

/** Somebody who waits for a first report, or was told with the cohort or apart from it. */
const dates = fc.oneof(
  fc.record({ joinedAt: instant, leftAt: maybe(instant) }),
  fc.record({ toldAt: maybe(instant), changedAt: maybe(instant) }),
);

function cohortOf(name: string, all: ReadonlyArray<Partial<Member>>, reportedAt?: string): Cohort {
  const members = all.map((given, at) =>
    definedOnly({ accountId: `${name}-${at}`, updatedAt: day(0), ...given }),
  );
  return withMembers({ ...emptyCohort(), ...(reportedAt !== undefined && { reportedAt }) }, members);
}

const definedOnly = (member: object): Member =>
  Object.fromEntries(Object.entries(member).filter(([, value]) => value !== undefined)) as unknown as Member;

const cohort = (name: string, most: number) =>
  fc
    .tuple(fc.array(dates, { maxLength: most }), instant)
    .map(([members, reportedAt]) => cohortOf(name, members as Array<Partial<Member>>, reportedAt));

const own = (row: Cohort) =>
  new Map(
    row.members.map((member) => [
      member.accountId,
      [memberCountsFrom(member, row), lastToldOf(member, row), member.updatedAt, member.changedAt],
    ]),
  );

test('members who are moved keep every date of theirs, and so does everybody else', () => {
  fc.assert(
    fc.property(cohort('a', 40), cohort('b', 40), fc.func(fc.boolean()), (from, to, isChosen) => {
      const chosen = new Set(from.members.map(({ accountId }) => accountId).filter(isChosen));
      const [source, target] = moveMembers(from, to, chosen);
      expect(new Map([...own(source), ...own(target)])).toEqual(new Map([...own(from), ...own(to)]));
      expect(source.members.filter(({ accountId }) => chosen.has(accountId))).toEqual([]);
      expect([source.version, target.version]).toEqual([from.version + 1, to.version + 1]);
    }),
    { numRuns },
  );
});

test('moves end with people in as few cohorts as they fit into, and one more', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 89 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(sizes, fc.nat(), (all, at) => {
      const people = all.reduce((sum, size) => sum + size, 0);
      const open = String(at % all.length);
      const cohorts = new Map<string, NumberedCohort>(
        all.map((size, number) => [String(number), numbered(String(number), size)]),
      );
      for (let move = nextMove([...cohorts.values()], open); move;) {
        const { from, to } = move;
        expect(from.number).not.toBe(open);
        const moved = new Set(from.row.members.slice(0, 90 - to.row.size).map(({ accountId }) => accountId));
        expect(moved.size).toBeGreaterThan(0);
        const [source, target] = moveMembers(from.row, to.row, moved);
        cohorts.set(from.number, { ...from, row: source }).set(to.number, { ...to, row: target });
        move = nextMove([...cohorts.values()], open);
      }
      const left = [...cohorts.values()].map(({ row }) => row.size).filter((size) => size > 0);
      expect(left.length).toBeLessThanOrEqual(Math.ceil(people / 90) + 1);
      expect(left.reduce((sum, size) => sum + size, 0)).toBe(people);
    }),
    { numRuns },
  );
});

const numbered = (number: string, size: number, toldOn = 0): NumberedCohort => ({
  number,
  row: cohortOf(
    number,
    Array.from({ length: size }, () => ({})),
    day(toldOn),
  ),
});

describe('The next move', () => {
  it('empties the smallest into the fullest that has room for all of it', () => {
    const cohorts = [
      numbered('1', 40),
      numbered('2', 3),
      numbered('3', 60),
      numbered('4', 88),
      numbered('5', 70),
    ];
    expect(nextMove(cohorts, '9')).toMatchObject({ from: { number: '2' }, to: { number: '5' } });
  });

  it('goes where people wait for the fewest days', () => {
    const cohorts = [numbered('1', 40, 3), numbered('2', 3, 4), numbered('3', 30, 5), numbered('4', 80, 10)];
    expect(nextMove(cohorts, '9')).toMatchObject({ from: { number: '2' }, to: { number: '3' } });
  });

  it('leaves alone where closed accounts are being erased', () => {
    const closed = { ...numbered('1', 2), row: cohortOf('1', [{ closedAt: day(1) }, {}]) };
    const cohorts = [closed, numbered('2', 3), numbered('3', 4), numbered('4', 5)];
    expect(nextMove(cohorts, '9')).toMatchObject({ from: { number: '2' }, to: { number: '4' } });
  });
});

describe('A cohort of people who were told on different days', () => {
  const HOUR_SECONDS = 3600;
  const told = fc.array(fc.integer({ min: 0, max: 7 * 24 - 1 }), { minLength: 2, maxLength: 6 });
  const minutes = fc.array(fc.integer({ min: -15, max: 15 }), { minLength: 1 });

  /** The daily run, and those which events bring about within an hour after it. */
  function runsOf(row: () => Cohort, from: Date, run: (now: Date) => void): void {
    for (let now = from; ;) {
      run(now);
      const next = addSeconds(new Date(row().countsFrom), PERIOD + 60);
      if (next <= now || next > addSeconds(from, HOUR_SECONDS)) return;
      now = next;
    }
  }

  test('comes to one report a cycle, nobody early and nobody more than 25 hours late', () => {
    fc.assert(
      fc.property(told, minutes, (hours, jitter) => {
        let row = hours.reduce<Cohort>((into, hour, at) => {
          const from = cohortOf(`c${at}`, [{}, {}], day(hour / 24));
          return moveMembers(from, into, new Set(from.members.map(({ accountId }) => accountId)))[1];
        }, emptyCohort());
        const reports: Date[] = [];
        const run = (now: Date): void => {
          const due = dueMembers(row, now, PERIOD);
          if (due.length === 0) return;
          for (const member of due) expectOnTime(now, memberCountsFrom(member, row));
          reports.push(now);
          row = reported(row, due, now);
        };
        for (let today = 0; today < 7 * 30; today += 1) {
          runsOf(
            () => row,
            addSeconds(addDays(START, today), (jitter[today % jitter.length] ?? 0) * 60),
            run,
          );
        }
        expect(reports.filter((at) => at > addDays(START, 7 * 25)).length).toBeLessThanOrEqual(5);
      }),
      { numRuns: runCount(40, 2_000) },
    );
  });

  function expectOnTime(now: Date, countsFrom: string): void {
    const lateSeconds = (now.getTime() - Date.parse(countsFrom)) / 1000 - PERIOD;
    expect(lateSeconds).toBeGreaterThanOrEqual(0);
    expect(lateSeconds).toBeLessThanOrEqual(25 * HOUR_SECONDS);
  }

  const reported = (row: Cohort, due: readonly Member[], now: Date): Cohort =>
    afterReport(row, {
      askedAt: toInstant(now),
      answeredAt: toInstant(now),
      asked: new Set(due.map(({ accountId }) => accountId)),
      closed: new Set(),
      updated: new Set(),
    });
});
