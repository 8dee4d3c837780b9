import type { ExportPage } from '../../contract';
import { fieldsByName, ownKey, type DataSet, type FoundByToken } from '../../storage/data-set';
import { isOf } from '../../storage/kinds';
import { StorageBusyError } from '../../storage/failures';
import { MOST_ROWS, type Stored } from '../../storage/query';
import { counted } from '../../storage/units';
import { sha256 } from '../digest';
import type { Engine } from '../engine';
import { Refused } from '../errors';
import { countsOf, readSubject, type Subject } from '../person/subject';
import { addSeconds, toInstant } from '../time';
import { partOf, type ExportPart } from './export-record';
import { readByDigest, type ByDigest, type Whose } from './found-by-digest';

/**
 * Version of `data.json`: a whole number, one for each schema. A release whose schema differs, even by one field, has the
 * next number; changed words do not count. The ZIP contains the schema of its file. Which versions an import reads is in
 * `READABLE` of `read-export.ts`.
 */
export const EXPORT_SCHEMA = '3';

/** A page is one function, which takes a query for each 100 of them. */
const RECORDS_A_PAGE = 5 * MOST_ROWS;

/** The person was read before the page, with what the export needs besides. */
const UNITS_BEFORE = 1;

/**
 * A page of everything held about a person, in the order of the data map; nothing of it is stored. The place in `after`
 * is a range key and not a cursor, so that an interrupted export goes on where it stopped. An export is of one moment
 * where the stamps of all its pages are the same.
 * @param whose the person as strictly read before this page
 * @throws Refused where `after` is not a place that this function gave
 */
export async function exportPage(
  engine: Engine,
  whose: Whose,
  after: string | undefined,
): Promise<ExportPage> {
  let units = UNITS_BEFORE;
  const store = counted(engine.store, (more) => (units += more));
  const page = await readPage({ ...engine, store }, whose, after);
  return { schemaVersion: EXPORT_SCHEMA, ...page, units };
}

async function readPage(
  engine: Engine,
  whose: Whose,
  after: string | undefined,
): Promise<Omit<ExportPage, 'schemaVersion' | 'units'>> {
  const sets = engine.store.map.filter(({ exported }) => exported);
  let place = placeOf(sets, after);
  const apart = recordsApart(engine, whose);
  const parts: ExportPart[] = [];
  for (let room = RECORDS_A_PAGE; place && room > 0;) {
    const listed: readonly Stored[] = indexOf(place.set)
      ? await listedAt(engine, place, whose.subject, room)
      : await apart(place.set);
    const rows = await asKept(engine, place.set, whose.subject, listed);
    if (rows.length > 0) parts.push(partOf(place.set, rows));
    place = listed.length === room ? placeBehind(place, listed) : nextSet(place);
    room -= listed.length;
  }
  const page = { parts, stamp: stampOf(whose.subject) };
  return place ? { ...page, next: textOf(place) } : { ...page, ...(await atEnd(engine, whose, apart)) };
}

/** Changes with everything that is written about the person, and with an erasure after which they came back. */
const stampOf = (subject: Subject | undefined): string =>
  sha256(subject ? `${subject.person.epoch} ${subject.standing.version}` : '').slice(0, 16);

/** Read again at the end: only what is there now tells whether the export is complete. */
async function atEnd(
  engine: Engine,
  { accountId }: Whose,
  apart: ReturnType<typeof recordsApart>,
): Promise<Pick<ExportPage, 'counts' | 'stampAtEnd'>> {
  const { subject } = await readSubject(engine, accountId);
  const counts = subject ? countsOf(engine, subject) : {};
  for (const set of engine.store.map) {
    const count = set.foundByToken
      ? await countIndexed(engine, set, subject)
      : set.foundByDigest && (await apart(set)).length;
    if (count) counts[set.name] = count;
  }
  return { counts, stampAtEnd: stampOf(subject) };
}

/** Of what stands under a token no strict count is kept: it is counted by asking its index once more. */
async function countIndexed(engine: Engine, set: DataSet, subject: Subject | undefined): Promise<number> {
  let count = 0;
  let place: Place | undefined = { sets: [set], at: 0, set };
  while (place) {
    const rows = await listedAt(engine, place, subject, MOST_ROWS);
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

async function listedAt(
  engine: Engine,
  { set, after }: Place,
  subject: Subject | undefined,
  limit: number,
): Promise<Stored[]> {
  const index = indexOf(set);
  if (!index || !subject) return [];
  const { person } = subject;
  return engine.store.query(set, {
    index: index.index,
    partition: [set.foundByToken ? person.token : person.accountId],
    ...(after !== undefined && { where: { above: after } }),
    limit,
  });
}

/** For how long after a change a list is not taken at its word: what it still shows may be gone. */
const UNSETTLED_SECONDS = 900;

/** The listed records; read again strictly where something was written shortly before, since lists may be late. */
async function asKept(
  engine: Engine,
  set: DataSet,
  subject: Subject | undefined,
  listed: readonly Stored[],
): Promise<readonly Stored[]> {
  const settledBefore = toInstant(addSeconds(engine.now(), -UNSETTLED_SECONDS));
  if (set.found?.by !== 'index' || !subject || subject.standing.changedAt < settledBefore) return listed;
  return engine.store.present(listed.map(({ key }) => ({ dataSet: set, key })));
}

/** Where a page of an export begins: at which data set, and after which range key of it. */
interface Place {
  sets: readonly DataSet[];
  at: number;
  set: DataSet;
  after?: string;
}

/** The place that the page before gave, or the beginning. @throws Refused if the text is not such a place */
function placeOf(sets: readonly DataSet[], text: string | undefined): Place | undefined {
  if (text === undefined) return placeAt(sets, 0);
  const [, number, after] = /^(\d{1,2})~(.*)$/.exec(text) ?? [];
  const place = placeAt(sets, Number(number));
  if (!place) throw notAPlace();
  if (after === undefined || after === '') return place;
  if (!isRangeOf(place.set, after)) throw notAPlace();
  return { ...place, after };
}

const nextSet = ({ sets, at }: Place): Place | undefined => placeAt(sets, at + 1);

const textOf = ({ at, after }: Place): string => `${at}~${after ?? ''}`;

function placeAt(sets: readonly DataSet[], at: number): Place | undefined {
  const set = sets[at];
  return set && { sets, at, set };
}

/** The index that lists a person's records, if there can be many of them. */
const indexOf = (set: DataSet): FoundByToken | undefined =>
  set.found?.by === 'index' ? set.found : set.foundByToken;

function isRangeOf(set: DataSet, value: string): boolean {
  const index = indexOf(set);
  const field = index && fieldsByName(set)[index.range];
  return field !== undefined && isOf(field.value, value);
}

const notAPlace = (): Refused => new Refused('INVALID', 'refused.export-place');

/** Reads a person's records that no index lists: each of the two kinds all at once, when first asked for. */
function recordsApart(engine: Engine, whose: Whose): (set: DataSet) => Promise<readonly Stored[]> {
  let single: Promise<ReadonlyMap<DataSet, Stored>> | undefined;
  let byDigest: Promise<ByDigest> | undefined;
  return async (set) => {
    if (set.foundByDigest) return allOf(await (byDigest ??= readByDigest(engine, whose)), set);
    const record = (await (single ??= readSingle(engine, whose))).get(set);
    return record ? [record] : [];
  };
}

/** @throws StorageBusyError where not all was looked through: an export leaves nothing out unsaid. */
function allOf({ of, isAll }: ByDigest, set: DataSet): readonly Stored[] {
  if (!isAll) throw new StorageBusyError('TOO_MUCH_WAITS');
  return of(set);
}

/** In each of these data sets a person has one record at most. */
async function readSingle(engine: Engine, whose: Whose): Promise<ReadonlyMap<DataSet, Stored>> {
  const refs = engine.store.map
    .filter((set) => set.exported && !indexOf(set))
    .flatMap((dataSet) => {
      const key = keyOf(dataSet, whose.subject);
      return key === undefined ? [] : [{ dataSet, key }];
    });
  const present = await engine.store.present(refs);
  return new Map(
    present.flatMap(({ dataSet, key, row }) => {
      const own = ownPart(dataSet, row, whose.accountId);
      return own ? [[dataSet, { key, row: own }]] : [];
    }),
  );
}

function keyOf(set: DataSet, subject: Subject | undefined): string | undefined {
  if (!subject) return undefined;
  if (set.found?.by === 'key') return ownKey(set, subject.person.accountId);
  if (set.found?.by !== 'named-row') return undefined;
  return (subject.standing as unknown as Record<string, string>)[set.found.field];
}

/** The part of a shared row that is about this person, with what holds for all in the row. */
function ownPart(set: DataSet, row: object, accountId: string): object | undefined {
  if (set.found?.by !== 'named-row') return row;
  const { list, member } = set.found;
  const { [list]: members, ...shared } = row as Record<string, unknown>;
  const own = (members as Array<Record<string, unknown>>).find((item) => item[member] === accountId);
  return own && { ...shared, ...own };
}
