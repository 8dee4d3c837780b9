import type { DataSet } from '../../storage/data-set';
import { ownKey } from '../../storage/own-key';
import { MOST_ROWS, type Stored } from '../../storage/query';
import type { Engine } from '../engine';
import { countsOf } from '../erasure/preview';
import { readSubject, type Subject } from '../subjects';
import { indexOf, nextSet, placeOf, textOf, type Place } from './export-place';
import { partOf, type ExportPart } from './export-record';

/** Version of the form in which an export is given. */
export const EXPORT_SCHEMA = '1';

export interface ExportPage {
  parts: ExportPart[];
  /** On the last page: the strictly read number of records by data set. */
  counts?: Record<string, number>;
  next?: string;
}

/**
 * A page of everything held about a person, in the order of the data map; nothing of it is stored. The place in `after`
 * is a range key and not a cursor, so that an interrupted export goes on where it stopped.
 * @throws Refused where `after` is not a place that this function gave
 */
export async function exportPage(
  engine: Engine,
  accountId: string,
  after: string | undefined,
): Promise<ExportPage> {
  const sets = engine.store.map.filter(({ exported }) => exported);
  let place = placeOf(sets, after);
  const { subject } = await readSubject(engine, accountId);
  if (!subject) return { parts: [], counts: {} };
  const parts: ExportPart[] = [];
  for (let room = MOST_ROWS; place && room > 0;) {
    const rows = await recordsAt(engine, place, subject, room);
    if (rows.length > 0) parts.push(partOf(place.set, rows));
    place = rows.length === room ? placeBehind(place, rows) : nextSet(place);
    room -= rows.length;
  }
  return place ? { parts, next: textOf(place) } : { parts, counts: await countsNow(engine, accountId) };
}

/** Read again at the end: only what is there now tells whether the export is complete. */
async function countsNow(engine: Engine, accountId: string): Promise<Record<string, number>> {
  const { subject } = await readSubject(engine, accountId);
  if (!subject) return {};
  const counts = { ...countsOf(engine, subject) };
  for (const set of engine.store.map.filter(({ foundByToken }) => foundByToken)) {
    const count = await countIndexed(engine, set, subject);
    if (count > 0) counts[set.name] = count;
  }
  return counts;
}

/** Of what stands under a token no strict count is kept: it is counted by asking its index once more. */
async function countIndexed(engine: Engine, set: DataSet, subject: Subject): Promise<number> {
  let count = 0;
  let place: Place | undefined = { sets: [set], at: 0, set };
  while (place) {
    const rows = await recordsAt(engine, place, subject, MOST_ROWS);
    count += rows.length;
    place = rows.length === MOST_ROWS ? placeBehind(place, rows) : undefined;
  }
  return count;
}

/** After a full page the data set may hold more, if a person can have many records of it. */
function placeBehind(place: Place, rows: ReadonlyArray<Stored>): Place | undefined {
  const last = rows.at(-1);
  const index = indexOf(place.set);
  if (!index || !last) return nextSet(place);
  return { ...place, after: String((last.row as Record<string, unknown>)[index.range]) };
}

async function recordsAt(
  engine: Engine,
  { set, after }: Place,
  subject: Subject,
  limit: number,
): Promise<Stored[]> {
  const { accountId, token } = subject.person;
  const index = indexOf(set);
  if (index) {
    return engine.store.query(set, {
      index: index.index,
      partition: [set.foundByToken ? token : accountId],
      ...(after !== undefined && { where: { above: after } }),
      limit,
    });
  }
  const key = set.found?.by === 'key' ? ownKey(set, accountId) : namedKey(set, subject);
  const row = key === undefined ? undefined : await engine.store.get(set, key);
  const own = row && ownPart(set, row, accountId);
  return own && key !== undefined ? [{ key, row: own }] : [];
}

function namedKey(set: DataSet, subject: Subject): string | undefined {
  if (set.found?.by !== 'named-row') return undefined;
  return (subject.standing as unknown as Record<string, string>)[set.found.field];
}

/** Of a row that several people share, what is about this one and what holds for all of them. */
function ownPart(set: DataSet, row: object, accountId: string): object | undefined {
  if (set.found?.by !== 'named-row') return row;
  const { list, member } = set.found;
  const { [list]: members, ...shared } = row as Record<string, unknown>;
  const own = (members as Array<Record<string, unknown>>).find((item) => item[member] === accountId);
  return own && { ...shared, ...own };
}
