import type { Issue } from '../jira/types';
import type { LoggingHabit, MadeUpPerson } from './made-up-people';
import { seededRandom, type SeededRandom } from './seeded-random';
import type { LoggedTime } from './time-entry';

const DAY_MS = 86_400_000;
const DAYS = 365;
/** People stay with the same few issues for so many days. */
const STINT_DAYS = 12;
const QUARTER_HOUR = 900;
const PUBLIC_HOLIDAYS = ['01-01', '01-02', '05-01', '08-01', '12-24', '12-25', '12-26', '12-31'];

interface Pace {
  /** Share of working days with an entry. */
  days: number;
  entriesADay: [number, number];
  hoursADay: [number, number];
}

const PACES: Record<Exclude<LoggingHabit, 'none'>, Pace> = {
  seldom: { days: 0.15, entriesADay: [1, 1], hoursADay: [1, 4] },
  usual: { days: 0.5, entriesADay: [1, 2], hoursADay: [4, 8] },
  heavy: { days: 0.9, entriesADay: [2, 3], hoursADay: [6, 9] },
};

function dayText(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

function isWorkingDay(instant: number): boolean {
  const weekday = new Date(instant).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !PUBLIC_HOLIDAYS.includes(dayText(instant).slice(5));
}

/** Two or three stretches of one or two weeks, as days counted back from today. */
function daysOff(random: SeededRandom): Set<number> {
  const off = new Set<number>();
  for (let stretch = random.between(2, 3); stretch > 0; stretch--) {
    const first = random.between(5, DAYS);
    for (let day = random.between(5, 14); day > 0; day--) off.add(first - day);
  }
  return off;
}

/** Cuts the hours of a day into quarter-hour pieces, at least one for each entry. */
function shares(random: SeededRandom, pace: Pace): number[] {
  const entries = random.between(...pace.entriesADay);
  let rest = random.between(pace.hoursADay[0] * 4, pace.hoursADay[1] * 4);
  return Array.from({ length: entries }, (_, i) => {
    const left = entries - i - 1;
    const piece = left === 0 ? rest : random.between(1, Math.max(1, rest - left));
    rest -= piece;
    return piece * QUARTER_HOUR;
  });
}

function entriesOf(person: MadeUpPerson, issues: Issue[], today: number, seed: string): LoggedTime[] {
  if (person.habit === 'none') return [];
  const pace = PACES[person.habit];
  const { accountId } = person.profile;
  const random = seededRandom(`${seed} entries of ${accountId}`);
  const off = daysOff(random);
  const entries: LoggedTime[] = [];
  let current = random.sample(issues, 4);
  for (let ago = DAYS; ago >= (person.leftDaysAgo ?? 0); ago--) {
    if (ago % STINT_DAYS === 0) current = random.sample(issues, 4);
    const instant = today - ago * DAY_MS;
    if (!isWorkingDay(instant) || off.has(ago) || !random.chance(pace.days)) continue;
    for (const seconds of shares(random, pace)) {
      const issue = random.pick(current);
      const startedOn = dayText(instant);
      entries.push({ accountId, issueKey: issue.key, issueId: issue.id, startedOn, seconds });
    }
  }
  return entries;
}

/** A year of logged time ending on the day of `today` (epoch milliseconds), oldest first. */
export function madeUpEntries(
  people: MadeUpPerson[],
  issuesFor: (person: MadeUpPerson) => Issue[],
  today: number,
  seed: string,
): LoggedTime[] {
  const entries = people.flatMap((person) => entriesOf(person, issuesFor(person), today, seed));
  return entries.sort((a, b) => (a.startedOn < b.startedOn ? -1 : a.startedOn > b.startedOn ? 1 : 0));
}
