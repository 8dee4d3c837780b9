import { MOST_MEMBERS, type Cohort, type Member } from './data-sets/cohort';
import { MARKER_DAYS } from './data-sets/marker';
import { addDays, addSeconds, FIRST_INSTANT, toInstant } from './time';

/** Later than every instant: from when a group counts in which nobody waits. */
export const NEVER = '9999-12-31T23:59:59.999Z';

/** The longest a function runs (Forge): a report that was under way when a stay ended has been made by then. */
const UNDER_WAY_SECONDS = 900;

/**
 * Whoever was told apart from their cohort waits so long for its report: longer than the hour in which events meet what
 * falls due. So the next daily run reports them, which is still on time, and they come nearer by a day each cycle until one
 * report is for all.
 */
const WAIT_FOR_COHORT_SECONDS = 75 * 60;

/** A group without anyone, which no daily run looks at. */
export const emptyCohort = (): Cohort => ({ version: 0, size: 0, countsFrom: NEVER, members: [] });

/** The group with somebody new in it. `leftAt` is when an earlier stay of theirs ended. */
export function join(cohort: Cohort, accountId: string, now: Date, leftAt?: string): Cohort {
  const at = toInstant(now);
  const member: Member = {
    accountId,
    updatedAt: at,
    joinedAt: at,
    ...(leftAt !== undefined && { leftAt }),
  };
  return withMembers(cohort, [...cohort.members, member]);
}

export const leave = (cohort: Cohort, accountId: string): Cohort =>
  withMembers(
    cohort,
    cohort.members.filter((member) => member.accountId !== accountId),
  );

export const hasMember = ({ members }: Cohort, accountId: string): boolean =>
  members.some((member) => member.accountId === accountId);

/** The next version of the group with these members, and from when it counts with them. */
export function withMembers(cohort: Cohort, members: Member[]): Cohort {
  if (members.length > MOST_MEMBERS) throw new RangeError('a group has room for 90 people');
  const next = { ...cohort, version: cohort.version + 1, size: members.length, members };
  return { ...next, countsFrom: earliest(members.map((member) => attentionFrom(member, next))) };
}

const earliest = (instants: readonly string[]): string =>
  instants.reduce((first, instant) => (instant < first ? instant : first), NEVER);

const attentionFrom = (member: Member, cohort: Cohort): string =>
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

/** Both cohorts after some members went from one to the other. They keep their dates, so that nobody is told early. */
export function moveMembers(
  from: Cohort,
  to: Cohort,
  accountIds: ReadonlySet<string>,
): [from: Cohort, to: Cohort] {
  const goes = ({ accountId }: Member): boolean => accountIds.has(accountId);
  const moved = from.members.filter(goes).map((member) => ({
    ...member,
    ...(member.joinedAt === undefined && { toldAt: memberCountsFrom(member, from) }),
  }));
  const stay = from.members.filter((member) => !goes(member));
  return [withMembers(from, stay), withMembers(to, [...to.members, ...moved])];
}

export const closedMembers = ({ members }: Cohort): Member[] =>
  members.filter(({ closedAt }) => closedAt !== undefined);

/** The group of a store that came back: all its members count from then on, as if Atlassian had never been told. */
export const dueAtOnce = (cohort: Cohort, countsFrom: string): Cohort =>
  withMembers(
    cohort,
    cohort.members.map(({ accountId, updatedAt, changedAt, closedAt }) => ({
      accountId,
      updatedAt,
      joinedAt: countsFrom,
      ...(changedAt !== undefined && { changedAt }),
      ...(closedAt !== undefined && { closedAt }),
    })),
  );
