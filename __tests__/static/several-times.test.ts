import fc from 'fast-check';
import { pastedTimes, planOf, repeatedDay, repeatedWeek, toLog } from '../../static/my-time/several/times';
import { secondsIn } from '../../static/shared/seconds-in';
import { runCount } from '../setup/run-count';

const HOUR = 3600;
const entry = (issueId: string, startedOn: string, hours: number) => ({
  ...{
    id: `${issueId}${startedOn}${hours}`,
    accountId: 'somebody',
    issueId,
    startedOn,
    seconds: hours * HOUR,
  },
  createdAt: `${startedOn}T08:00:00.000Z`,
  keptUntil: '2027-12-31',
});
const week = ['23', '24', '25', '26', '27', '28', '29'].map((day) => `2026-11-${day}`);
const target = (seconds: Record<string, number>, today = '2026-11-26') => ({
  today,
  days: week.map((day) => ({ day, seconds: seconds[day] ?? 0 })),
});

test('a week is repeated cell by cell, each once with all of its time', () => {
  const entries = [entry('1', '2026-11-16', 1), entry('1', '2026-11-16', 2), entry('2', '2026-11-22', 3)];
  expect(repeatedWeek({ entries }, 7)).toEqual([
    { issueId: '1', day: '2026-11-23', seconds: 3 * HOUR },
    { issueId: '2', day: '2026-11-29', seconds: 3 * HOUR },
  ]);
});

test('a day is repeated on each chosen day, and nothing of the others', () => {
  const entries = [entry('1', '2026-11-23', 1), entry('2', '2026-11-23', 2), entry('1', '2026-11-24', 5)];
  expect(repeatedDay({ entries }, '2026-11-23', ['2026-11-24', '2026-11-25'])).toEqual([
    { issueId: '1', day: '2026-11-24', seconds: HOUR },
    { issueId: '2', day: '2026-11-24', seconds: 2 * HOUR },
    { issueId: '1', day: '2026-11-25', seconds: HOUR },
    { issueId: '2', day: '2026-11-25', seconds: 2 * HOUR },
  ]);
});

test('days that have not come, and those that would be too full, are left out and say why', () => {
  const times = [
    { issueId: '1', day: '2026-11-27', seconds: HOUR },
    { issueId: '1', day: '2026-11-23', seconds: 2 * HOUR },
    { issueId: '2', day: '2026-11-24', seconds: HOUR },
    { issueId: '2', day: '2026-11-23', seconds: HOUR },
  ];
  const plan = planOf(times, target({ '2026-11-23': 22 * HOUR, '2026-11-24': 23 * HOUR }));
  expect(plan.map(({ day, leftOut, already }) => [day, leftOut, already / HOUR])).toEqual([
    ['2026-11-23', 'too-full', 22],
    ['2026-11-24', undefined, 23],
    ['2026-11-27', 'not-come', 0],
  ]);
  expect(toLog(plan)).toEqual([times[2]]);
});

test('whatever is planned, no day gets more than 24 hours, and none after today', () => {
  const time = fc.record({
    issueId: fc.constantFrom('1', '2'),
    day: fc.constantFrom(...week),
    seconds: fc.integer({ min: 60, max: 24 * HOUR }),
  });
  const logged = fc.dictionary(fc.constantFrom(...week), fc.integer({ min: 0, max: 24 * HOUR }));
  fc.assert(
    fc.property(fc.array(time, { maxLength: 20 }), logged, (times, seconds) => {
      const wanted = toLog(planOf(times, target(seconds)));
      for (const day of week) {
        const more = secondsIn(wanted.filter((one) => one.day === day));
        expect(more === 0 || more + (seconds[day] ?? 0) <= 24 * HOUR).toBe(true);
      }
      expect(wanted.every(({ day }) => day <= '2026-11-26')).toBe(true);
    }),
    { numRuns: runCount(100, 2000) },
  );
});

test('cells of a spreadsheet go to the right and down from where they are pasted, and what is none is counted', () => {
  const pasted = (text: string) =>
    pastedTimes({
      text,
      from: { issueId: '1', day: '2026-11-24' },
      issueIds: ['1', '2'],
      days: week.slice(0, 4),
    });
  expect(pasted('1h\t\t90m\r\n1:30\t2,5h\r\n')).toEqual({
    times: [
      { issueId: '1', day: '2026-11-24', seconds: HOUR },
      { issueId: '1', day: '2026-11-26', seconds: 5400 },
      { issueId: '2', day: '2026-11-24', seconds: 5400 },
      { issueId: '2', day: '2026-11-25', seconds: 9000 },
    ],
    unread: 0,
  });
  expect(pasted('1h\tsoon\t1h\t1h\n\n1h')).toMatchObject({ times: [{}, {}], unread: 3 });
});
