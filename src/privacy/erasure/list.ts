import type { JobView } from '../../contract';
import type { Kind } from '../../storage/data-set';
import { ERASURE_JOB, type ErasureJob, type JobState } from '../data-sets/erasure-job';
import type { Engine } from '../engine';
import { assertPlace, isPlace } from '../pages';
import { FIRST_INSTANT } from '../time';
import { toView } from './job';

/** What needs a look first, then what runs, then what has ended. */
const ORDER: readonly JobState[] = ['stuck', 'asked', 'fenced', 'deleting', 'verifying', 'done', 'confirmed'];
/** Those that have taken the registration and not ended. */
const BEGUN: readonly JobState[] = ['stuck', 'fenced', 'deleting', 'verifying'];
/** Erasures that were last written in the same millisecond as the last one of a page, at most. */
const MOST_AT_ONCE = 100;

interface Place {
  state: JobState;
  updatedAt: string;
  id: string;
}

/** State, when it was last written, ID. */
const PLACE: Kind = {
  kind: 'joined',
  of: [{ kind: 'one-of', values: ORDER }, { kind: 'instant' }, { kind: 'token' }],
};

/** Whether a text is a place in a list of erasures. */
export const isErasurePlace = (text: string): boolean => isPlace(PLACE, text);

/**
 * Erasures by state, within a state newest first; they name nobody.
 * @throws Refused where `after` is not the place of an erasure
 */
export async function listErasures(
  engine: Engine,
  after: string | undefined,
  limit: number,
): Promise<{ erasures: JobView[]; next?: string }> {
  const { jobs, ...rest } = await listJobs(engine, after, limit, ORDER);
  return { erasures: jobs.map(([id, job]) => toView(id, job)), ...rest };
}

/**
 * People whose erasure has begun and not ended, with what was counted of them when it began: until then it names them.
 * @throws Refused where `after` is not the place of an erasure
 */
export async function listBeingErased(
  engine: Engine,
  after: string | undefined,
  limit: number,
): Promise<{ people: Array<{ accountId: string; records: Record<string, number> }>; next?: string }> {
  const { jobs, ...rest } = await listJobs(engine, after, limit, BEGUN);
  const people = jobs.flatMap(([, { subject, expected }]) =>
    subject === undefined ? [] : [{ accountId: subject, records: expected }],
  );
  return { people, ...rest };
}

type Job = readonly [id: string, job: ErasureJob];

async function listJobs(
  engine: Engine,
  after: string | undefined,
  limit: number,
  states: readonly JobState[],
): Promise<{ jobs: Job[]; next?: string }> {
  assertPlace(PLACE, after);
  const from = after === undefined ? undefined : placeIn(after);
  const found: Place[] = [];
  for (const state of states.slice(from ? states.indexOf(from.state) : 0)) {
    found.push(...(await inState(engine, state, state === from?.state ? from : undefined, limit)));
    if (found.length > limit) break;
  }
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const next = found.length > limit && last ? textOf(last) : undefined;
  return { jobs: await jobsAt(engine, page), ...(next !== undefined && { next }) };
}

async function inState(
  engine: Engine,
  state: JobState,
  after: Place | undefined,
  limit: number,
): Promise<Place[]> {
  const rows = await engine.store.query(ERASURE_JOB, {
    index: 'by-state',
    partition: [state],
    ...(after && { where: { between: [FIRST_INSTANT, after.updatedAt] as const } }),
    descending: true,
    limit: limit + MOST_AT_ONCE,
  });
  const places = rows.map(({ key, row }) => ({ state, updatedAt: row.updatedAt, id: key }));
  return places.sort(newestFirst).filter((place) => !after || newestFirst(place, after) > 0);
}

function newestFirst(one: Place, other: Place): number {
  const [a, b] = [`${one.updatedAt}${one.id}`, `${other.updatedAt}${other.id}`];
  return a > b ? -1 : Number(a < b);
}

/** As they stand now: the list may be late. */
async function jobsAt(engine: Engine, places: readonly Place[]): Promise<Job[]> {
  const rows = await engine.store.getAll(places.map(({ id }) => ({ dataSet: ERASURE_JOB, key: id })));
  return places.flatMap(({ id }, at) => {
    const job = rows[at];
    return job ? [[id, job] as const] : [];
  });
}

const textOf = ({ state, updatedAt, id }: Place): string => [state, updatedAt, id].join('#');

function placeIn(text: string): Place {
  const [state, updatedAt = '', id = ''] = text.split('#');
  return { state: state as JobState, updatedAt, id };
}
