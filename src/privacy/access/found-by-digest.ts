import type { DataSet, FoundByDigest } from '../../storage/data-set';
import type { Stored } from '../../storage/query';
import type { ReadRow } from '../../storage/store';
import { together } from '../../storage/together';
import { counted } from '../../storage/units';
import { ERASURE_JOB } from '../data-sets/erasure-job';
import { MARKER } from '../data-sets/marker';
import { PEPPER, PEPPER_KEY } from '../data-sets/settings';
import type { Engine } from '../engine';
import { notedId } from '../erasure/job';
import { pagesOf } from '../pages';
import { markerKeyWith } from '../person/marker';
import type { Subject } from '../person/subject';
import { FIRST_INSTANT, NEVER } from '../time';
import { accountDigest } from '../webhook/message';

/** Whose data it is. `subject` is missing if they have no data here. */
export interface Whose {
  accountId: string;
  subject: Subject | undefined;
}

/** What was found of a person by digests of their account ID. */
export interface ByDigest {
  /** The person's records of a data set. */
  of: <Row extends object>(set: DataSet<Row>) => ReadonlyArray<Stored<Row>>;
  /** Missing if more waits, of all people, than a search may look through. */
  isAll?: true;
}

interface Found {
  records: ReadRow[];
  /** The search was given up before its end. */
  isCut?: boolean;
}

const isOf =
  <Row extends object>(set: DataSet<Row>) =>
  (record: ReadRow): record is ReadRow<Row> =>
    record.dataSet === set;

/**
 * Units that a search through lists of all people may cost. Without a limit, somebody with a stolen key of the webhook could
 * fill them, and each person who opens My data would use up what Forge grants the site for a minute.
 */
const MOST_UNITS = 200;

/**
 * Reads what is stored about a person under digests of their account ID: their marker, the record of their erasure while it
 * names them, and announcements about them that wait. Only the key of this installation finds it. Before the app has that
 * key, there is nothing to find, and a search does not make it.
 */
export async function readByDigest(engine: Engine, whose: Whose): Promise<ByDigest> {
  const key = await engine.store.get(PEPPER, PEPPER_KEY);
  const found: Found[] = key
    ? await together([readMarked(engine, key.pepper, whose), ...readLists(engine, key.pepper, whose)])
    : [];
  const records = found.flatMap((one) => one.records);
  return {
    of: (set) => records.filter(isOf(set)),
    ...(found.every(({ isCut }) => !isCut) && { isAll: true }),
  };
}

/** The marker with the erasure that it names, and an erasure that was noted but has not begun. */
async function readMarked(engine: Engine, pepper: string, { accountId, subject }: Whose): Promise<Found> {
  const keys = engine.store.map
    .filter(({ foundByDigest }) => foundByDigest?.by === 'key')
    .map((dataSet) => ({ dataSet, key: markerKeyWith(pepper, accountId) }));
  const note = subject ? [{ dataSet: ERASURE_JOB, key: notedId(pepper, subject.person) }] : [];
  const present = await engine.store.present<object>([...keys, ...note]);
  const marker = present.find(isOf(MARKER))?.row;
  const isOther = marker && note.every(({ key }) => key !== marker.job);
  const begun = isOther
    ? await engine.store.present<object>([{ dataSet: ERASURE_JOB, key: marker.job }])
    : [];
  return { records: [...present, ...begun].filter((record) => isTheirs(record, accountId)) };
}

/** The record of an erasure names its person only until it ends. */
function isTheirs({ dataSet: { foundByDigest }, row }: ReadRow, accountId: string): boolean {
  if (foundByDigest?.by !== 'erasure') return true;
  return (row as Record<string, unknown>)[foundByDigest.names] === accountId;
}

const readLists = (engine: Engine, pepper: string, { accountId }: Whose): Array<Promise<Found>> =>
  engine.store.map.flatMap((set) => {
    const { foundByDigest: found } = set;
    return found?.by === 'lists' ? [readItems(engine, set, found, digestFor(pepper, accountId))] : [];
  });

const digestFor = (pepper: string, accountId: string) => (salt: unknown) =>
  accountDigest(pepper, String(salt), accountId);

/** The items of lists that are about this person, each with the other fields of its row. */
async function readItems(
  engine: Engine,
  set: DataSet,
  { index, range, list, member, salt }: Extract<FoundByDigest, { by: 'lists' }>,
  digestWith: (salt: unknown) => string,
): Promise<Found> {
  const own = ({ key, row }: Stored): ReadRow[] => {
    const { [list]: items = [], ...shared } = row as Record<string, unknown>;
    const digest = digestWith(shared[salt]);
    return (items as Array<Record<string, unknown>>)
      .filter((item) => item[member] === digest)
      .map((item) => ({ dataSet: set, key, row: { ...shared, ...item } }));
  };
  const listed: Stored[] = [];
  let units = 0;
  const store = counted(engine.store, (more) => (units += more));
  for await (const page of pagesOf({ ...engine, store }, set, {
    index,
    range,
    from: FIRST_INSTANT,
    until: NEVER,
  })) {
    listed.push(...page.filter((stored) => own(stored).length > 0));
    if (units > MOST_UNITS) break;
  }
  // An index may still list a row that the app has carried out since.
  const refs = listed.map(({ key }) => ({ dataSet: set, key }));
  const present = refs.length > 0 ? await engine.store.present(refs) : [];
  return { records: present.flatMap(own), isCut: units > MOST_UNITS };
}
