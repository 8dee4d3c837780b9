import type { Change, Ref } from '../../storage/store';
import { cohortChange, moveMembers, closedMembers } from '../cohorts';
import { COHORT, MOST_MEMBERS, REGISTER, REGISTER_KEY, type Cohort, type Member } from '../data-sets/cohort';
import { standingRef } from '../data-sets/registration';
import { REPORTING, REPORTING_KEY, type Reporting } from '../data-sets/reporting';
import { MOST_DELAY_SECONDS, type Engine } from '../engine';
import { INSTALLATION_REF, isInUse, storeOpen } from '../installation';
import { paced, SPARE_MS } from '../pace';
import { persistently } from '../persistently';
import { openNumbers, openOne } from '../person/open-cohorts';
import { subjectRefs, subjectsIn, type Subject } from '../person/subject';
import { fence } from '../person/write';
import { addSeconds, toInstant, DAY_MS } from '../time';
import { isLeased } from './lease';

/** A cohort with its number. */
export interface NumberedCohort {
  number: string;
  row: Cohort;
}

interface Move {
  from: NumberedCohort;
  to: NumberedCohort;
}

const WEEK_DAYS = 7;

/**
 * Which cohort to empty next, and into which; undefined once people are in as few as hold them, plus one. The smallest goes
 * first, into the one where its members wait the fewest days for their next report.
 * @param cohorts those that are not full
 * @param open the one that takes new people, which is not emptied
 */
export function nextMove(cohorts: readonly NumberedCohort[], open: string): Move | undefined {
  const peopled = cohorts.filter(({ row }) => row.size > 0);
  const people = peopled.reduce((sum, { row }) => sum + row.size, 0);
  if (peopled.length <= Math.ceil(people / MOST_MEMBERS) + 1) return undefined;
  // A run is still erasing the closed accounts of the others.
  const ready = peopled.filter(({ row }) => closedMembers(row).length === 0);
  const [from] = ready.filter(({ number }) => number !== open).sort(bySize);
  if (!from) return undefined;
  const others = ready.filter(({ number, row }) => number !== from.number && row.size < MOST_MEMBERS);
  const [to] = others.sort((one, other) => costOf(from.row, one.row) - costOf(from.row, other.row));
  return to && { from, to };
}

const bySize = (one: NumberedCohort, other: NumberedCohort): number => one.row.size - other.row.size;

/** Orders cohorts by days to wait, then by room: the fullest that takes all comes first, then the emptiest. */
function costOf(from: Cohort, to: Cohort): number {
  const left = MOST_MEMBERS - to.size - from.size;
  return 3 * MOST_MEMBERS * daysToWait(from, to) + (left >= 0 ? left : MOST_MEMBERS + to.size);
}

/** Days from the report of one cohort to the next report of the other, within a week. */
function daysToWait(from: Cohort, to: Cohort): number {
  const days = Math.floor((Date.parse(to.countsFrom) - Date.parse(from.countsFrom)) / DAY_MS);
  return ((days % WEEK_DAYS) + WEEK_DAYS) % WEEK_DAYS;
}

/** Members that one transaction moves: beside both cohorts, the store and the lease it takes two operations for each. */
const AT_ONCE = 10;
/** Moves of one day. */
const MOST_MOVES = 30;
/** A second registration under way at the same time still looks for somebody where they stood before. */
const SETTLED_SECONDS = 3600;

/**
 * Has cohorts merged where there are more than people need. Later than the other duties of the day: some of them read one
 * cohort after the other, and begin again where people are moved in between.
 */
export async function haveMerged(engine: Engine): Promise<void> {
  const register = await engine.store.get(REGISTER, REGISTER_KEY);
  if (!register) return;
  const isOne = openNumbers(register).length === 1;
  if (isOne && !nextMove(await smallCohorts(engine), openNumbers(register)[0] ?? '')) return;
  await engine.queue.push({ job: 'cohorts' }, MOST_DELAY_SECONDS);
}

/**
 * Moves people together, so that a cycle takes no more reports than they need, and leaves one cohort open. It can be cut
 * off anywhere and come twice; what it does not come to is for another day.
 */
export async function mergeCohorts(engine: Engine): Promise<void> {
  const open = await openOne(engine);
  if (open === undefined) return;
  const hasTime = paced(engine, SPARE_MS);
  const cohorts = new Map((await smallCohorts(engine)).map((one) => [one.number, one]));
  let moves = 0;
  for (; moves < MOST_MOVES && hasTime(); moves += 1) {
    const move = nextMove([...cohorts.values()], open);
    if (!move) break;
    const moved = await moveSome(engine, move);
    if (moved === 'not-now') break;
    if (moved) for (const one of [moved.from, moved.to]) cohorts.set(one.number, one);
    else cohorts.delete(move.from.number);
  }
  engine.log('cohorts-merged', { moves });
}

/** Those that are neither full nor empty, as strictly read. */
async function smallCohorts(engine: Engine): Promise<NumberedCohort[]> {
  const where = { between: [1, MOST_MEMBERS - 1] } as const;
  const listed = await engine.store.query(COHORT, { index: 'size', where });
  const rows = await engine.store.present(listed.map(({ key }) => ({ dataSet: COHORT, key })));
  return rows.map(({ key, row }) => ({ number: key, row }));
}

/**
 * Moves as many members as one transaction takes. Only while nobody reports, as the row of the lease says: else somebody
 * could be reported whose new cohort knows nothing of it.
 * @returns both cohorts as they are then; nothing where nobody can be moved
 */
function moveSome(engine: Engine, { from, to }: Move): Promise<Move | undefined | 'not-now'> {
  return persistently(engine, async () => {
    const state = await readState(engine, from.number, to.number);
    if (!state) return 'not-now';
    const room = Math.min(AT_ONCE, MOST_MEMBERS - state.to.size);
    const subjects = await movable(engine, from.number, state.from.members.slice(0, room));
    if (subjects.length === 0) return undefined;
    const people = new Set(subjects.map(({ person }) => person.accountId));
    const [source, target] = moveMembers(state.from, state.to, people);
    await engine.store.transact([
      ...state.conditions,
      cohortChange(from.number, source),
      cohortChange(to.number, target),
      ...subjects.flatMap((subject) => [...fence(subject), moveChange(subject, to.number)]),
    ]);
    return { from: { ...from, row: source }, to: { ...to, row: target } };
  });
}

/** Both cohorts, with the conditions under which they may be written: the store is used, and nobody reports. */
async function readState(
  engine: Engine,
  from: string,
  to: string,
): Promise<{ from: Cohort; to: Cohort; conditions: Change[] } | undefined> {
  const lease: Ref<Reporting> = { dataSet: REPORTING, key: REPORTING_KEY };
  const [source, target, reporting, store] = await engine.store.getAll([
    { dataSet: COHORT, key: from },
    { dataSet: COHORT, key: to },
    lease,
    INSTALLATION_REF,
  ]);
  if (!source || !target || !reporting || isLeased(reporting, engine.now()) || !isInUse(engine, store)) {
    return undefined;
  }
  return { from: source, to: target, conditions: [await storeOpen(engine, store), oneMoveMore(reporting)] };
}

/** On condition that nobody took the lease meanwhile: and whoever reads cohort after cohort sees that people were moved. */
const oneMoveMore = (reporting: Reporting): Change => ({
  do: 'set',
  dataSet: REPORTING,
  key: REPORTING_KEY,
  row: { ...reporting, version: reporting.version + 1, moves: (reporting.moves ?? 0) + 1 },
  expected: { version: reporting.version },
});

/** Those of the members who have data here, for some time. */
async function movable(engine: Engine, cohort: string, members: readonly Member[]): Promise<Subject[]> {
  const rows = await engine.store.getAll(subjectRefs(members.map(({ accountId }) => accountId)));
  const before = toInstant(addSeconds(engine.now(), -SETTLED_SECONDS));
  return subjectsIn(rows).filter(
    ({ person, standing }) => standing.cohort === cohort && person.registeredAt < before,
  );
}

/** In which cohort they stand; nothing that the person did has changed by it. */
function moveChange({ standing }: Subject, cohort: string): Change {
  const { accountId, version } = standing;
  return {
    do: 'set',
    ...standingRef(accountId),
    row: { ...standing, version: version + 1, cohort },
    expected: { version },
  };
}
