import { StorageRefusedError } from '../storage/failures';
import { MOST_OPERATIONS, type Change } from '../storage/store';
import { COHORT, MOST_MEMBERS, REGISTER, REGISTER_KEY, type Cohort, type Member } from './data-sets/cohort';
import { REPORTING, REPORTING_KEY } from './data-sets/reporting';
import { attentionFrom, earliest, memberCountsFrom } from './due';
import type { Engine } from './engine';
import { INSTALLATION_REF, isClosed, storeOpen } from './installation';
import { NEVER, toInstant } from './time';

/** A cohort as it was read, with the condition under which it is written: it names people. */
export interface CohortAsRead {
  key: string;
  row: Cohort;
  /** That the store is still open. */
  open: Change;
}

/** A cohort for who writes it; nothing where there is none, or the store is closed and goes as a whole. */
export async function readCohort(engine: Engine, key: string): Promise<CohortAsRead | undefined> {
  const [row, store] = await engine.store.getAll([{ dataSet: COHORT, key }, INSTALLATION_REF]);
  if (!row || isClosed(store)) return undefined;
  return { key, row, open: await storeOpen(engine, store) };
}

/**
 * Makes the row of a cohort anew that was lost, as a restored backup may leave it, without anybody in it: nobody could enter
 * it or be erased otherwise.
 * @throws StorageRefusedError, so that who needs it reads everything again
 */
export async function makeCohortAnew(engine: Engine, key: string): Promise<never> {
  await engine.store.putIfAbsent(COHORT, key, emptyCohort());
  engine.log('cohort-made-anew');
  throw new StorageRefusedError('COHORT_MISSING');
}

/** A cohort with its number. */
interface Numbered {
  key: string;
  cohort: Cohort;
}

/** Some cohorts that were read together, and the number from which the next ones are. */
interface Batch {
  cohorts: Numbered[];
  next: number;
}

/** Every cohort there is, by strict reads: they are numbered, and the last one is that which takes the next person. */
export async function* everyCohort(engine: Engine): AsyncGenerator<Numbered> {
  for await (const { cohorts } of cohortBatches(engine, 1, MOST_OPERATIONS)) yield* cohorts;
}

/** The same from a number on, so many at a time. */
export async function* cohortBatches(engine: Engine, first: number, atOnce: number): AsyncGenerator<Batch> {
  const register = await engine.store.get(REGISTER, REGISTER_KEY);
  yield* batchesUpTo(engine, register ? Number(register.open) : Infinity, first, atOnce);
}

/** The highest number of a cohort where the register was lost, which says it; 0 where there is none. */
export async function lastCohort(engine: Engine): Promise<number> {
  let last = 0;
  for await (const { cohorts } of batchesUpTo(engine, Infinity, 1, MOST_OPERATIONS)) {
    last = Number(cohorts.at(-1)?.key);
  }
  return last;
}

/** Without a last number, until a whole batch of numbers has none. */
async function* batchesUpTo(
  engine: Engine,
  last: number,
  from: number,
  atOnce: number,
): AsyncGenerator<Batch> {
  for (let first = from; first <= last; first += atOnce) {
    const size = Math.min(atOnce, last - first + 1);
    const keys = Array.from({ length: size }, (_, at) => String(first + at));
    const there = await engine.store.present(keys.map((key) => ({ dataSet: COHORT, key })));
    if (there.length === 0 && last === Infinity) return;
    yield { cohorts: there.map(({ key, row }) => ({ key, cohort: row })), next: first + size };
  }
}

/**
 * How often people were moved between cohorts: whoever goes from cohort to cohort and finds more afterwards has to begin
 * again, since somebody may have gone from one that was still to be read to one that had been.
 */
export const movesSoFar = async (engine: Engine): Promise<number> =>
  (await engine.store.get(REPORTING, REPORTING_KEY))?.moves ?? 0;

/** Writes the next version of a cohort, on condition that nobody wrote it since it was read. */
export const cohortChange = (key: string, row: Cohort): Change => ({
  do: 'set',
  dataSet: COHORT,
  key,
  row,
  expected: { version: row.version - 1 },
});

/** Takes a person out of their cohort, on condition that nobody wrote it meanwhile. */
export const leaveChange = (cohort: Cohort, key: string, accountId: string): Change =>
  cohortChange(key, leave(cohort, accountId));

/** A cohort without anyone, which no daily run looks at. */
export const emptyCohort = (): Cohort => ({ version: 0, size: 0, countsFrom: NEVER, members: [] });

/** The cohort with somebody new in it. `leftAt` is when an earlier stay of theirs ended. */
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

/** The next version of the cohort with these members, and from when it counts with them. */
export function withMembers(cohort: Cohort, members: Member[]): Cohort {
  if (members.length > MOST_MEMBERS) throw new RangeError('a cohort has room for 90 people');
  const next = { ...cohort, version: cohort.version + 1, size: members.length, members };
  return { ...next, countsFrom: earliest(members.map((member) => attentionFrom(member, next))) };
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

/** The cohort of a store that came back: all its members count from then on, as if Atlassian had never been told. */
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
