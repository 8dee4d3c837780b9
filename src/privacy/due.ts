import type { Cohort, Member } from './data-sets/cohort';
import { MARKER_DAYS } from './data-sets/marker';
import { addDays, addSeconds, FIRST_INSTANT, NEVER, toInstant } from './time';

/** The longest a function runs (Forge): a report that was under way when a stay ended has been made by then. */
const UNDER_WAY_SECONDS = 900;

/**
 * Whoever was told apart from their cohort waits so long for its report: longer than the hour in which events meet what
 * falls due. So the next daily run reports them, which is still on time, and they come nearer by a day each cycle until one
 * report is for all.
 */
const WAIT_FOR_COHORT_SECONDS = 75 * 60;

export const earliest = (instants: readonly string[]): string =>
  instants.reduce((first, instant) => (instant < first ? instant : first), NEVER);

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

/** When the last report that an earlier stay may have led to was made: without a marker of it, before that would have ended. */
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
