import type { DataSet, Kind } from '../../storage/data-set';
import { isOf } from '../../storage/kinds';
import { MOST_ROWS, type Stored } from '../../storage/store';
import type { Engine } from '../engine';
import { countsOf } from '../erasure/preview';
import { Refused } from '../refused';
import { readSubject, type Subject } from '../subjects';

/** Version of the form in which an export is given. */
export const EXPORT_SCHEMA = '1';

export type ExportedRecord = Record<string, string | number | boolean | null>;

export interface ExportPart {
  dataSet: string;
  title: string;
  columns: Array<{ name: string; what: string }>;
  records: ExportedRecord[];
}

export interface ExportPage {
  parts: ExportPart[];
  /** On the last page: the strictly read number of records by data set. */
  counts?: Record<string, number>;
  next?: string;
}

/** Where a page begins: which data set, and after which range key of it. */
interface Place {
  set: number;
  after?: string;
}

/**
 * A page of everything held about a person, in the order of the data map; nothing of it is stored. The place in `after`
 * is a range key and not a cursor, so that an interrupted export goes on where it stopped.
 * @throws Refused where `after` is not a place this function gave
 */
export async function exportPage(
  engine: Engine,
  accountId: string,
  after: string | undefined,
): Promise<ExportPage> {
  const sets = engine.store.map.filter(({ exported }) => exported);
  const { subject } = await readSubject(engine, accountId);
  if (!subject) return { parts: [], counts: {} };
  const parts: ExportPart[] = [];
  let place: Place | undefined = after === undefined ? { set: 0 } : placeOf(sets, after);
  let room = MOST_ROWS;
  while (place && room > 0) {
    const set: DataSet = sets[place.set]!;
    const rows: Array<Stored<object>> = await recordsOf(engine, set, subject, place.after, room);
    if (rows.length > 0) parts.push(partOf(set, rows));
    const more = set.found?.by === 'index' && rows.length === room;
    place = more ? { set: place.set, after: rangeOf(set, rows.at(-1)!) } : nextSet(sets, place);
    room -= rows.length;
  }
  return place ? { parts, next: textOf(place) } : { parts, counts: await countsNow(engine, accountId) };
}

/** Read again at the end: only what is there now tells whether the export is complete. */
async function countsNow(engine: Engine, accountId: string): Promise<Record<string, number>> {
  const { subject } = await readSubject(engine, accountId);
  return subject ? countsOf(engine, subject) : {};
}

const nextSet = (sets: readonly DataSet[], place: Place): Place | undefined =>
  place.set + 1 < sets.length ? { set: place.set + 1 } : undefined;

const textOf = (place: Place): string => `${place.set}~${place.after ?? ''}`;

function placeOf(sets: readonly DataSet[], text: string): Place {
  const [, number, after] = /^(\d{1,2})~(.*)$/.exec(text) ?? [];
  const set = sets[Number(number)];
  if (number === undefined || !set) throw notAPlace();
  if (after === undefined || after === '') return { set: Number(number) };
  const range = set.found?.by === 'index' ? fieldKind(set, set.found.range) : undefined;
  if (!range || !isOf(range, after, new Set())) throw notAPlace();
  return { set: Number(number), after };
}

const notAPlace = (): Refused =>
  new Refused('INVALID', 'The export cannot go on from there. Nothing was changed; begin it again.');

const fieldKind = (set: DataSet, name: string): Kind | undefined =>
  (set.fields as Record<string, { value: Kind }>)[name]?.value;

const rangeOf = (set: DataSet, { row }: Stored<object>): string =>
  set.found?.by === 'index' ? String((row as Record<string, unknown>)[set.found.range]) : '';

async function recordsOf(
  engine: Engine,
  set: DataSet,
  subject: Subject,
  after: string | undefined,
  limit: number,
): Promise<Array<Stored<object>>> {
  const { accountId } = subject.person;
  if (set.found?.by === 'index') {
    return engine.store.query(set, {
      index: set.found.index,
      partition: [accountId],
      ...(after !== undefined && { where: { above: after } }),
      limit,
    });
  }
  const key = set.found?.by === 'key' ? accountId : namedKey(set, subject);
  const row = key === undefined ? undefined : await engine.store.get(set, key);
  const own = row && ownPart(set, row, accountId);
  return own ? [{ key: key!, row: own }] : [];
}

function namedKey(set: DataSet, subject: Subject): string | undefined {
  if (set.found?.by !== 'named-row') return undefined;
  return (subject.standing as unknown as Record<string, string>)[set.found.field];
}

/** Of a row that several people share, what is about this one. */
function ownPart(set: DataSet, row: object, accountId: string): object | undefined {
  if (set.found?.by !== 'named-row') return row;
  const { list, member } = set.found;
  const members = (row as Record<string, Array<Record<string, unknown>>>)[list] ?? [];
  return members.find((item) => item[member] === accountId);
}

function partOf(set: DataSet, rows: ReadonlyArray<Stored<object>>): ExportPart {
  const columns = columnsOf(set);
  return {
    dataSet: set.name,
    title: set.title,
    columns,
    records: rows.map(({ row }) => toRecord(columns, row as Record<string, unknown>)),
  };
}

function columnsOf(set: DataSet): ExportPart['columns'] {
  const fields = Object.entries(set.fields as Record<string, { value: Kind; what: string }>);
  return fields.flatMap(([name, { value, what }]) =>
    value.kind === 'list' ? Object.keys(value.of).map((inner) => ({ name: inner, what })) : [{ name, what }],
  );
}

function toRecord(columns: ExportPart['columns'], row: Record<string, unknown>): ExportedRecord {
  return Object.fromEntries(columns.map(({ name }) => [name, toCell(row[name])]));
}

/** Numbers under names become one text, since a record of an export is flat: `2026-02-03: 3600; 2026-02-04: 900`. */
function toCell(value: unknown): string | number | boolean | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'object' || value === null) return null;
  return Object.entries(value)
    .map(([name, number]) => `${name}: ${String(number)}`)
    .join('; ');
}
