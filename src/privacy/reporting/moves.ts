import { closedMembers } from '../cohorts';
import { MOST_MEMBERS, type Cohort } from '../data-sets/cohort';

/** A cohort with its number. */
export interface NumberedCohort {
  number: string;
  row: Cohort;
}

export interface Move {
  from: NumberedCohort;
  to: NumberedCohort;
}

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;

/**
 * Which cohort is emptied next, and into which: until people stand in as few as they fit into, and one more. The smallest
 * goes first, into one where its members wait for the fewest days until they are reported with the others.
 * @param cohorts those that are not full
 * @param open the one that takes people: it is not emptied
 */
export function nextMove(cohorts: readonly NumberedCohort[], open: string): Move | undefined {
  const peopled = cohorts.filter(({ row }) => row.size > 0);
  const people = peopled.reduce((sum, { row }) => sum + row.size, 0);
  if (peopled.length <= Math.ceil(people / MOST_MEMBERS) + 1) return undefined;
  // One with closed accounts is being worked on.
  const ready = peopled.filter(({ row }) => closedMembers(row).length === 0);
  const [from] = ready.filter(({ number }) => number !== open).sort(bySize);
  if (!from) return undefined;
  const others = ready.filter(({ number, row }) => number !== from.number && row.size < MOST_MEMBERS);
  const [to] = others.sort((one, other) => costOf(from.row, one.row) - costOf(from.row, other.row));
  return to && { from, to };
}

const bySize = (one: NumberedCohort, other: NumberedCohort): number => one.row.size - other.row.size;

/** By days to wait; among the same, the fullest that has room for all, or the one with the most room. */
function costOf(from: Cohort, to: Cohort): number {
  const left = MOST_MEMBERS - to.size - from.size;
  return 3 * MOST_MEMBERS * daysToWait(from, to) + (left >= 0 ? left : MOST_MEMBERS + to.size);
}

/** Days from when a cohort is reported until the other one is, of those in a week. */
function daysToWait(from: Cohort, to: Cohort): number {
  const days = Math.floor((Date.parse(to.countsFrom) - Date.parse(from.countsFrom)) / DAY_MS);
  return ((days % WEEK_DAYS) + WEEK_DAYS) % WEEK_DAYS;
}
