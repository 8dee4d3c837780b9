import type { ExportPage } from '../../contract';
import { counted } from '../../storage/units';
import type { DataSet } from '../../storage/data-set';
import { MOST_ROWS, type Stored } from '../../storage/query';
import { sha256 } from '../digest';
import type { Engine } from '../engine';
import type { Subject } from '../person/standing';
import { countsOf, readSubject } from '../person/subject';
import { addSeconds, toInstant } from '../time';
import { indexOf, nextSet, placeOf, textOf, type Place } from './export-place';
import { partOf, type ExportPart } from './export-record';
import { singleRecords, type Exported } from './single-records';

/** Version of the form in which an export is given. */
export const EXPORT_SCHEMA = '2';

/** A page is one function, which takes a query for each 100 of them. */
const RECORDS_A_PAGE = 5 * MOST_ROWS;

/** The person was read before the page, with what the export needs besides. */
const UNITS_BEFORE = 1;

type Page = Omit<ExportPage, 'schemaVersion' | 'noticeVersion'>;

/**
 * A page of everything held about a person, in the order of the data map; nothing of it is stored. The place in `after`
 * is a range key and not a cursor, so that an interrupted export goes on where it stopped. An export is of one moment
 * where the stamps of all its pages are the same.
 * @param whose the person as strictly read before this page
 * @throws Refused where `after` is not a place that this function gave
 */
export async function exportPage(engine: Engine, whose: Exported, after: string | undefined): Promise<Page> {
  let units = UNITS_BEFORE;
  const store = counted(engine.store, (more) => (units += more));
  const page = await readPage({ ...engine, store }, whose, after);
  return { ...page, units };
}

async function readPage(
  engine: Engine,
  whose: Exported,
  after: string | undefined,
): Promise<Omit<Page, 'units'>> {
  const sets = engine.store.map.filter(({ exported }) => exported);
  let place = placeOf(sets, after);
  const single = singleRecords(engine, whose);
  const parts: ExportPart[] = [];
  for (let room = RECORDS_A_PAGE; place && room > 0;) {
    const listed: Stored[] = indexOf(place.set)
      ? await listedAt(engine, place, whose.subject, room)
      : await single(place.set);
    const rows = await asKept(engine, place.set, whose.subject, listed);
    if (rows.length > 0) parts.push(partOf(place.set, rows));
    place = listed.length === room ? placeBehind(place, listed) : nextSet(place);
    room -= listed.length;
  }
  const page = { parts, stamp: stampOf(whose.subject) };
  return place ? { ...page, next: textOf(place) } : { ...page, ...(await atEnd(engine, whose, single)) };
}

/** Changes with everything that is written about the person, and with an erasure after which they came back. */
const stampOf = (subject: Subject | undefined): string =>
  sha256(subject ? `${subject.person.epoch} ${subject.standing.version}` : '').slice(0, 16);

/** Read again at the end: only what is there now tells whether the export is complete. */
async function atEnd(
  engine: Engine,
  { accountId }: Exported,
  single: (set: DataSet) => Promise<Stored[]>,
): Promise<Pick<Page, 'counts' | 'stampAtEnd'>> {
  const { subject } = await readSubject(engine, accountId);
  const counts = subject ? countsOf(engine, subject) : {};
  for (const set of engine.store.map) {
    const count = set.foundByToken
      ? await countIndexed(engine, set, subject)
      : set.foundByDigest && (await single(set)).length;
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
  listed: Stored[],
): Promise<Stored[]> {
  const settledBefore = toInstant(addSeconds(engine.now(), -UNSETTLED_SECONDS));
  if (set.found?.by !== 'index' || !subject || subject.standing.changedAt < settledBefore) return listed;
  return engine.store.present(listed.map(({ key }) => ({ dataSet: set, key })));
}
