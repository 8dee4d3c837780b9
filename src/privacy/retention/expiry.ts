import { fieldsByName, type DataSet, type Unless, type Index, type Outlasts } from '../../storage/data-set';
import { accountInKey } from '../../storage/declared';
import { groupedBy } from '../../storage/grouped';
import type { Stored } from '../../storage/query';
import type { Change, ReadRow } from '../../storage/store';
import { auditChange } from '../audit';
import { EMPTY_DAYS, STANDING, standingRef, type Standing } from '../data-sets/registration';
import type { Settings } from '../data-sets/settings';
import type { Engine } from '../engine';
import { workMs } from '../pace';
import { pagesOf, type Stretch } from '../pages';
import type { Subject } from '../person/subject';
import { mustStay } from '../person/grounds';
import { retentionDaysOf } from '../settings/settings';
import { addDays, FIRST_INSTANT, toDay, toInstant } from '../time';

/** The field of a record that its period counts from, and up to where records have been kept for it. */
export interface Expiry {
  from: string;
  /** The last instant; of records about a day, the first day that is still kept: each of that day lies after it. */
  until: string;
  unless?: Unless;
}

/** Which records of the data set have been kept for their period by the settings; nothing where it has no period. */
export function expiryOf(set: DataSet, settings: Settings, now: Date): Expiry | undefined {
  const declared: Pick<Expiry, 'from' | 'unless'> | undefined = set.retention.days ?? set.retention.like;
  const days = retentionDaysOf(set, settings);
  if (!declared || days === undefined) return undefined;
  const { from, unless } = declared;
  const end = addDays(now, -days);
  const until = fieldsByName(set)[from]?.value.kind === 'instant' ? toInstant(end) : toDay(end);
  return { from, until, ...(unless && { unless }) };
}

/** Whether a record has been kept for its period and waits for nothing, by what it says itself: an index may be late. */
export const hasExpired = ({ from, until, unless }: Expiry, record: object): boolean =>
  valueIn(record, from) <= until && !waits(record, unless);

/** Whether a record waits for something, and stays however old it is. */
function waits(record: object, unless: Unless | undefined): boolean {
  const value = unless && (record as Record<string, unknown>)[unless.field];
  return value !== undefined && (unless?.values?.some((one) => one === value) ?? true);
}

const valueIn = (record: object, field: string): string => String((record as Record<string, unknown>)[field]);

/** Records whose period has passed, as an index lists them. */
interface Expired<Row extends object = object> {
  /** Those that may go, in the order of their period. */
  records: Array<Stored<Row>>;
  /** How many that must stay were met on the way. */
  held: number;
  /** Where a later run goes on; missing where everything was seen. */
  next?: string;
}

interface ExpiredAsked {
  limit: number;
  /** Looking ends when no more of the invocation is left. */
  spareMs: number;
  /** The `next` of the run before. */
  from?: string | undefined;
}

/**
 * Records of the data set, at most `limit`, whose period has passed. Those that wait for something are passed by, and so are
 * those of people whose restriction says that they must stay, however many they are.
 */
export async function expiredRecords(
  engine: Engine,
  set: DataSet,
  expiry: Expiry,
  asked: ExpiredAsked,
): Promise<Expired> {
  const holders = new Map<string, boolean>();
  const stretch = { index: expiry.from, range: expiry.from, until: expiry.until };
  return passingBy(engine, set, stretch, asked, async (page) => {
    await noteHolders(engine, set, page, holders);
    return ({ key, row }) => {
      if (!hasExpired(expiry, row)) return 'waits';
      return holders.get(accountInKey(set, key) ?? '') === true ? 'held' : 'due';
    };
  });
}

/** What a record that is old enough comes to: it may go, a restriction holds it, or it waits for something else. */
type Fate = 'due' | 'held' | 'waits';

/** Rows of a stretch that are due, at most so many. */
async function passingBy<Row extends object>(
  engine: Engine,
  set: DataSet<Row>,
  stretch: Omit<Stretch, 'from'>,
  { limit, spareMs, from = FIRST_INSTANT }: ExpiredAsked,
  among: (page: ReadonlyArray<Stored<Row>>) => Promise<(record: Stored<Row>) => Fate>,
): Promise<Expired<Row>> {
  const found: Expired<Row> = { records: [], held: 0 };
  for await (const page of pagesOf(engine, set, { ...stretch, from })) {
    const fateOf = await among(page);
    for (const record of page) {
      const fate = fateOf(record);
      if (fate === 'held') found.held += 1;
      if (fate !== 'due') continue;
      if (found.records.length < limit) found.records.push(record);
      else return { ...found, next: lastOf(stretch, found.records) };
    }
    if (workMs(engine) < spareMs) return { ...found, next: lastOf(stretch, page) };
  }
  return found;
}

const lastOf = ({ range }: Pick<Stretch, 'range'>, records: readonly Stored[]): string =>
  valueIn(records.at(-1)?.row ?? {}, range);

/** Notes of the people whom these records are about, where that is not known yet, whether their data must stay. */
async function noteHolders(
  engine: Engine,
  set: DataSet,
  records: readonly Stored[],
  holders: Map<string, boolean>,
): Promise<void> {
  const people = [...byPerson(set, records).keys()].filter((accountId) => !holders.has(accountId));
  const rows = await engine.store.getAll(people.map(standingRef));
  people.forEach((accountId, at) => {
    const standing = rows[at];
    holders.set(accountId, standing !== undefined && mustStay(standing));
  });
}

/** The last moment whose registrations without records have been without for long enough. */
export const emptyUntil = (engine: Engine): string => toInstant(addDays(engine.now(), -EMPTY_DAYS));

/** Registrations on which no record has hung since that moment, at most `limit`, without those that a restriction holds. */
export function emptiedRegistrations(engine: Engine, asked: ExpiredAsked): Promise<Expired<Standing>> {
  const stretch = { index: 'by-emptiness', partition: [true], range: 'changedAt', until: emptyUntil(engine) };
  return passingBy(engine, STANDING, stretch, asked, () =>
    Promise.resolve(({ row }) => (mustStay(row) ? 'held' : 'due')),
  );
}

/** Records by the person they are about. */
export const byPerson = <Record extends { key: string }>(
  set: DataSet,
  records: readonly Record[],
): Map<string, Record[]> => groupedBy(records, ({ key }) => accountInKey(set, key));

/** The line of the audit log that says how many records of a person went with their period. */
export const expiredLine = (engine: Engine, set: DataSet, { person }: Subject, records: number): Change =>
  auditChange(engine.now(), {
    event: 'entries-expired',
    role: 'system',
    subject: person.token,
    records: { [set.name]: records },
  });

/**
 * Rows that name nobody and whose fixed period has passed, some at a time. An index proposes them, and each is read strictly. A
 * row stays while it waits for something, or while the row that it must outlast has not ended.
 */
export async function* expiredFixed(
  engine: Engine,
  set: DataSet,
  settings: Settings,
): AsyncGenerator<ReadRow[]> {
  const { fixed } = set.retention;
  if (!fixed) return;
  const { range, partition: fields } = indexOf(set, fixed.index);
  const before = toInstant(addDays(engine.now(), -(retentionDaysOf(set, settings) ?? fixed.days)));
  for (const partition of fixed.partitions) {
    const within = partition.length > 0 ? { partition } : {};
    const stretch = { index: fixed.index, ...within, range, from: FIRST_INSTANT, until: before };
    const isOver = (row: Record<string, unknown>): boolean =>
      fields.every((field, at) => row[field] === partition[at]) && String(row[range]) < before;
    for await (const listed of pagesOf(engine, set, stretch)) {
      const rows = await engine.store.present(listed.map(({ key }) => ({ dataSet: set, key })));
      const over = rows.filter(
        ({ row }) => isOver(row as Record<string, unknown>) && !waits(row, fixed.unless),
      );
      yield fixed.outlasts ? await outlasting(engine, over, fixed.outlasts) : over;
    }
  }
}

function indexOf(set: DataSet, name: string): Index {
  const index = set.indexes.find((one) => one.name === name);
  if (!index) throw new TypeError(`${set.name} has no index ${name}`);
  return index;
}

/** Those of the rows whose named row has ended or is gone. */
async function outlasting(
  engine: Engine,
  rows: readonly ReadRow[],
  { dataSet: name, by, field, ended }: Outlasts,
): Promise<ReadRow[]> {
  const dataSet = engine.store.map.find((set) => set.name === name);
  if (!dataSet) throw new TypeError(`the data map has no ${name}`);
  const named = await engine.store.getAll(rows.map(({ row }) => ({ dataSet, key: valueIn(row, by) })));
  return rows.filter((_, at) => {
    const row = named[at];
    return row === undefined || ended.includes(valueIn(row, field));
  });
}
