import type { Day, YearView } from '../../../src/contract';
import { dayBeside } from '../dates';
import { firstOfWeek } from '../entries/day-presets';

type Seconds = YearView['seconds'];

/** A month of a year, in weeks of seven days; where a week has days of another month, nothing. */
export interface YearMonth {
  first: Day;
  weeks: Array<Array<Day | undefined>>;
  seconds: number;
}

/** The months of a year. @param startsOn the weekday with which weeks begin, 0 for Sunday to 6 */
export function monthsOf(year: string, seconds: Seconds, startsOn: number): YearMonth[] {
  return Array.from({ length: 12 }, (_, at) => {
    const first = `${year}-${String(at + 1).padStart(2, '0')}-01`;
    const days = daysFrom(first);
    const before = (weekdayOf(first) - startsOn + 7) % 7;
    const places: Array<Day | undefined> = [...Array<undefined>(before), ...days];
    while (places.length % 7 > 0) places.push(undefined);
    const weeks = Array.from({ length: places.length / 7 }, (_none, week) =>
      places.slice(week * 7, week * 7 + 7),
    );
    return { first, weeks, seconds: days.reduce((sum, day) => sum + (seconds[day] ?? 0), 0) };
  });
}

/** The weeks of a year in which something is logged, the latest first, each with what of it lies in the year. */
export function weekSums(seconds: Seconds, startsOn: number): Array<{ first: Day; seconds: number }> {
  const weeks = new Map<Day, number>();
  for (const [day, ofDay] of Object.entries(seconds)) {
    const first = firstOfWeek(day, startsOn);
    weeks.set(first, (weeks.get(first) ?? 0) + ofDay);
  }
  return [...weeks]
    .map(([first, sum]) => ({ first, seconds: sum }))
    .sort((one, other) => (one.first < other.first ? 1 : -1));
}

const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** The days of a month from its first. */
function daysFrom(first: Day): Day[] {
  const days: Day[] = [];
  for (let day = first; day.slice(0, 7) === first.slice(0, 7); day = dayBeside(day, 1)) days.push(day);
  return days;
}

export const sumOf = (seconds: Seconds): number =>
  Object.values(seconds).reduce((sum, ofDay) => sum + ofDay, 0);

/** Up to so many hours the mark of a day has each size; with more it has the largest. */
export const HOURS_OF_LEVELS = [2, 5, 8] as const;

/** The size of a day's mark: 0 where nothing is logged, to 4. */
export function levelOf(seconds: number): number {
  if (seconds === 0) return 0;
  const level = HOURS_OF_LEVELS.findIndex((hours) => seconds <= hours * 3600);
  return level === -1 ? HOURS_OF_LEVELS.length + 1 : level + 1;
}
