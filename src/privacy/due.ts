import type { Cohort, Member } from './data-sets/cohort';
import { MARKER_DAYS } from './data-sets/marker';
import { addDays, addSeconds, FIRST_INSTANT, NEVER, toInstant } from './time';

/*
 * A report is due one cycle after Atlassian was last told: seven days, unless it says otherwise (`reporting/cycles.ts`). Each
 * member counts from an instant of their own: with their cohort from its last report; from when they joined, until the first
 * report of them; or from a report that was made without the others. The cohort counts from the earliest of these
 * (`countsFrom`), and is reported as a whole where it can be.
 * docs/reporting.md says why.
 */

/** The longest a function runs (Forge). A report that was under way when somebody was erased has been made by then. */
const UNDER_WAY_SECONDS = 900;

/**
 * For so long a cohort puts off the report of a member whose last report was not the cohort's. It is longer than the hour
 * in which events meet what falls due, so the next daily run reports that member, still in time. With each cycle they come a
 * day nearer to the cohort, until one report is for all.
 */
const WAIT_FOR_COHORT_SECONDS = 75 * 60;

export const earliest = (instants: readonly string[]): string =>
  instants.reduce((first, instant) => (instant < first ? instant : first), NEVER);

/** From when a cohort is worked on because of a member: at once where their account is closed. */
export const attentionFrom = (member: Member, cohort: Cohort): string =>
  member.closedAt === undefined ? cohortCountsFrom(member, cohort) : FIRST_INSTANT;

/** From when the first of its members counts, whatever the cohort waits for. */
export const firstCountsFrom = (cohort: Cohort): string =>
  earliest(
    cohort.members.map((member) =>
      member.closedAt === undefined ? memberCountsFrom(member, cohort) : FIRST_INSTANT,
    ),
  );

/** From when the cohort counts because of a member. */
function cohortCountsFrom(member: Member, cohort: Cohort): string {
  const own = memberCountsFrom(member, cohort);
  const isApart = member.joinedAt === undefined && member.toldAt !== undefined;
  return isApart ? toInstant(addSeconds(new Date(own), WAIT_FOR_COHORT_SECONDS)) : own;
}

/** From when a member's own cycle counts: Atlassian is told one cycle later. */
export function memberCountsFrom(member: Member, cohort: Cohort): string {
  const { joinedAt, toldAt, updatedAt } = member;
  if (joinedAt === undefined) return toldAt ?? cohort.reportedAt ?? updatedAt;
  const stayOver = earlierStayOver(member, joinedAt);
  return stayOver > joinedAt ? stayOver : joinedAt;
}

/**
 * When the last report was made to which an earlier stay of the person may have led. Without a marker of that stay it ended
 * before a marker of it would have.
 */
function earlierStayOver({ leftAt }: Member, joinedAt: string): string {
  const left = leftAt === undefined ? addDays(new Date(joinedAt), -MARKER_DAYS.erased) : new Date(leftAt);
  return toInstant(addSeconds(left, UNDER_WAY_SECONDS));
}

/** When Atlassian was last told of a member in their present stay, if it was. */
export function lastToldOf(member: Member, cohort: Cohort): string | undefined {
  return member.joinedAt === undefined ? (member.toldAt ?? cohort.reportedAt) : undefined;
}

/**
 * Whom a report at this instant is about: everyone whose cycle is over and, with them, those who joined meanwhile, unless
 * an earlier stay of theirs is less than a cycle ago. Nobody before the cohort's cycle is over.
 */
export function dueMembers(cohort: Cohort, now: Date, periodSeconds: number): Member[] {
  const before = toInstant(addSeconds(now, -periodSeconds));
  const open = cohort.members.filter(({ closedAt }) => closedAt === undefined);
  const isOver = (member: Member): boolean => memberCountsFrom(member, cohort) <= before;
  const isNew = (member: Member): boolean =>
    member.joinedAt !== undefined && earlierStayOver(member, member.joinedAt) <= before;
  const isDue = open.some((member) => cohortCountsFrom(member, cohort) <= before);
  return isDue ? open.filter((member) => isOver(member) || isNew(member)) : [];
}
