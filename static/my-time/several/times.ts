import type { Day, WeekView } from '../../../src/contract';
import { readDuration, secondsToLog } from '../../../src/timesheet/duration';
import { dayBeside } from '../../shared/dates';
import { secondsIn } from '../../shared/seconds-in';
import type { Cell } from '../grid/cells';

/** Time that is to be logged in a cell. */
export interface CellTime extends Cell {
  seconds: number;
}

/** What is to be logged on a day, and why that is left out, if so. */
export interface DayPlan {
  day: Day;
  times: CellTime[];
  seconds: number;
  /** What is logged on it already. */
  already: number;
  leftOut?: 'not-come' | 'too-full';
}

const DAY_SECONDS = 24 * 3600;

/** By day, oldest first: a day that has not come, or would have more than 24 hours, is left out as a whole. */
export function planOf(
  times: readonly CellTime[],
  { days, today }: Pick<WeekView, 'days' | 'today'>,
): DayPlan[] {
  const logged = new Map(days.map(({ day, seconds }) => [day, seconds]));
  return [...new Set(times.map(({ day }) => day))].sort().map((day) => {
    const ofDay = times.filter((time) => time.day === day);
    const seconds = secondsIn(ofDay);
    const already = logged.get(day) ?? 0;
    const plan = { day, times: ofDay, seconds, already };
    if (day > today) return { ...plan, leftOut: 'not-come' };
    return seconds + already > DAY_SECONDS ? { ...plan, leftOut: 'too-full' } : plan;
  });
}

/** What is logged of a plan. */
export const toLog = (plan: readonly DayPlan[]): CellTime[] =>
  plan.flatMap(({ leftOut, times }) => (leftOut ? [] : times));

/** A week so many days later: one time for each cell in which something is logged. */
export const repeatedWeek = ({ entries }: Pick<WeekView, 'entries'>, daysLater: number): CellTime[] =>
  byCell(
    entries.map(({ issueId, startedOn, seconds }) => ({
      issueId,
      day: dayBeside(startedOn, daysLater),
      seconds,
    })),
  );

/** What is logged on a day, on each of these days. */
export function repeatedDay(
  { entries }: Pick<WeekView, 'entries'>,
  day: Day,
  onDays: readonly Day[],
): CellTime[] {
  const ofDay = entries.filter(({ startedOn }) => startedOn === day);
  return byCell(onDays.flatMap((on) => ofDay.map(({ issueId, seconds }) => ({ issueId, day: on, seconds }))));
}

function byCell(times: readonly CellTime[]): CellTime[] {
  const cells = new Map<string, CellTime>();
  for (const time of times) {
    const cell = `${time.issueId}:${time.day}`;
    cells.set(cell, { ...time, seconds: time.seconds + (cells.get(cell)?.seconds ?? 0) });
  }
  return [...cells.values()];
}

/** What was pasted on a cell of the table. */
export interface Pasted {
  text: string;
  from: Cell;
  issueIds: readonly string[];
  days: readonly Day[];
}

/** What the person wants: to repeat a day or a week, or to log what they pasted. */
export type Asked = 'repeat' | Pasted;

interface PastedTimes {
  times: CellTime[];
  /** Cells that say no duration, or lie beside the table. */
  unread: number;
}

/** Cells of a spreadsheet, from a cell of the table to the right and down; empty ones are nothing. */
export function pastedTimes({ text, from, issueIds, days }: Pasted): PastedTimes {
  const [row, column] = [issueIds.indexOf(from.issueId), days.indexOf(from.day)];
  const pasted: PastedTimes = { times: [], unread: 0 };
  text.split(/\r?\n/).forEach((line, down) =>
    line.split('\t').forEach((cell, right) => {
      if (cell.trim() === '') return;
      const [issueId, day] = [issueIds[row + down], days[column + right]];
      const read = secondsToLog(readDuration(cell));
      if (issueId === undefined || day === undefined || 'fault' in read) pasted.unread += 1;
      else pasted.times.push({ issueId, day, seconds: read.seconds });
    }),
  );
  return pasted;
}
