import { MOST_ROWS, type Stored } from '../../storage/query';
import type { Ref } from '../../storage/store';
import { COHORT, type Cohort } from '../data-sets/cohort';
import { FIGURES, FIGURES_KEY, type Figures } from '../data-sets/figures';
import type { Engine } from '../engine';
import { goOn, pushOrLog } from '../relay';
import { addSeconds, toInstant } from '../time';
import { withChange } from '../versioned';

/** How many people have data here. */
interface PeopleCount {
  people: number;
  /** There are more: nobody has counted them yet. */
  morePeople?: true;
  /** When they were counted, where that was not just now. */
  peopleAsOf?: string;
}

/** Where the figures stand, for who reads them together with other records. */
export const FIGURES_REF: Ref<Figures> = { dataSet: FIGURES, key: FIGURES_KEY };

/** So many cohorts are read to show how things stand, those first whose cycle counts longest: some 12 KB each at most. */
export const COHORTS_SHOWN = 3;

/** The cohorts from which administrators are shown how things stand: all of a small site. */
export const cohortsToShow = (engine: Engine): Promise<Array<Stored<Cohort>>> =>
  engine.store.query(COHORT, { index: 'countsFrom', limit: COHORTS_SHOWN });

/** For so long a count counts as new, and one that is under way as going on. */
export const FRESH_SECONDS = 600;
export const UNDER_WAY_SECONDS = 3_600;
/** Between the steps of a count: with it, a count uses some hundred units a minute of the 4,000 that everyone shares. */
const PAUSE_SECONDS = 60;

/**
 * How many people have data here: as it was last counted, and on a small site, where nobody counts, as it is now. Where it
 * was a while ago, it is counted again in the background.
 * @param row what stands at `FIGURES_REF`
 */
export async function peopleOf(
  engine: Engine,
  row: object | undefined,
  cohorts = () => cohortsToShow(engine),
): Promise<PeopleCount> {
  const figures = (row ?? {}) as Figures;
  const { people, at } = figures;
  const seen = at === undefined ? await cohorts() : [];
  const isWhole = at === undefined && seen.length < COHORTS_SHOWN;
  if (!isWhole && !isFresh(engine, figures) && !isUnderWay(engine, figures)) await askForCount(engine);
  if (people !== undefined && at !== undefined) return { people, peopleAsOf: at };
  return { people: sizeOf(seen), ...(!isWhole && { morePeople: true }) };
}

const sizeOf = (cohorts: ReadonlyArray<Stored<Cohort>>): number =>
  cohorts.reduce((sum, { row }) => sum + row.size, 0);

/** Whether it was fewer seconds ago than these. */
export const isRecent = (engine: Engine, at: string | undefined, seconds: number): boolean =>
  at !== undefined && at > toInstant(addSeconds(engine.now(), -seconds));

const isFresh = (engine: Engine, { at }: Figures): boolean => isRecent(engine, at, FRESH_SECONDS);

const isUnderWay = (engine: Engine, { beganAt }: Figures): boolean =>
  isRecent(engine, beganAt, UNDER_WAY_SECONDS);

/** The queue may be busy: then the daily run counts. */
const askForCount = (engine: Engine): Promise<void> =>
  pushOrLog(engine, { job: 'figures' }, 0, 'figures-not-queued');

/** A count that is under way: since when, how many people it has met, and behind which cohort it goes on. */
interface Count {
  beganAt: string;
  counted: number;
  after?: string | undefined;
}

/**
 * Counts people a page of cohorts at a time, each page an event of its own. It may come twice, late or be cut off: what was
 * counted so far stands in the row, and a count that does not go on is begun anew. On a small site nothing is kept.
 */
export async function countPeople(engine: Engine): Promise<void> {
  const figures = (await engine.store.get(FIGURES, FIGURES_KEY)) ?? {};
  const count = countToGoOn(engine, figures);
  if (!count) return;
  const { beganAt, after } = count;
  const cohorts = await nextCohorts(engine, after, MOST_ROWS);
  const counted = count.counted + sizeOf(cohorts);
  const last = cohorts.length === MOST_ROWS ? cohorts.at(-1) : undefined;
  if (last) await goOnBehind(engine, figures, { beganAt, counted, after: last.key });
  else if (figures.at !== undefined || after !== undefined || cohorts.length >= COHORTS_SHOWN)
    await engine.store.put(FIGURES, FIGURES_KEY, { people: counted, at: beganAt });
}

/** The count under way, or one that begins; nothing where the last is new. */
function countToGoOn(engine: Engine, figures: Figures): Count | undefined {
  const { beganAt = '', counted = 0, after } = figures;
  if (isUnderWay(engine, figures)) return { beganAt, counted, after };
  return isFresh(engine, figures) ? undefined : { beganAt: toInstant(engine.now()), counted: 0 };
}

/** The next cohorts in the order of their keys, from an index, which may lag. */
export const nextCohorts = (
  engine: Engine,
  after: string | undefined,
  limit: number,
): Promise<Array<Stored<Cohort>>> =>
  engine.store.query(COHORT, {
    index: 'by-key',
    ...(after !== undefined && { where: { above: after } }),
    limit,
  });

async function goOnBehind(engine: Engine, { people, at }: Figures, count: Count): Promise<void> {
  const last = people === undefined || at === undefined ? {} : { people, at };
  await engine.store.put(FIGURES, FIGURES_KEY, withChange<Figures>(last, { ...count }));
  await goOn(engine, { job: 'figures' }, PAUSE_SECONDS);
}
