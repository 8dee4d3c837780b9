import { t } from '../words/words';
import type { Cell, Table } from './csv';
import type { ExportedPart, ExportedRecord } from './exported-data';
import { hoursOf, workItemCells, writtenFor, type Reader } from './reader';

type Column = ExportedPart['columns'][number];

/** What a column of the records becomes in a table that people read. */
interface Shown {
  names: string[];
  cells: (value: Cell) => Cell[];
}

/**
 * The records of a data set as a table for people: hours beside seconds, local time beside UTC, key, title and space
 * beside the ID of a work item. Of a record with numbers by day there is a row for each day. A field has its name of
 * data.json in every language, so that the two can be compared; what stands beside it has a name for people.
 */
export function tableOf({ columns, records }: ExportedPart, reader: Reader): Table {
  const days = columns.find(({ kind }) => kind === 'numbers-by-day');
  const ready = days
    ? columns.flatMap((column) => (column === days ? daysAndNumbers(days) : column))
    : columns;
  const shown = ready.map((column) => ({ name: column.name, ...shownAs(column, reader) }));
  return {
    names: shown.flatMap(({ names }) => names),
    rows: rowsOf(records, days, (record) => shown.flatMap(({ name, cells }) => cells(record[name]))),
  };
}

/** The field keeps its name for the number; the day stands before it. */
const daysAndNumbers = ({ name, what }: Column): Column[] => [
  { name: DAY, what, kind: 'day' },
  { name, what, kind: 'integer' },
];

/** A name that no field has. */
const DAY = ':day';

function* rowsOf(
  records: readonly ExportedRecord[],
  days: Column | undefined,
  toRow: (record: ExportedRecord) => Cell[],
): Generator<Cell[]> {
  for (const record of records) {
    if (days === undefined) yield toRow(record);
    else
      for (const [day, number] of byDay(record[days.name])) {
        yield toRow({ ...record, [DAY]: day, [days.name]: number });
      }
  }
}

/** `2026-02-03: 3600; 2026-02-04: 900`, as the app writes numbers under names. */
export function byDay(text: Cell): Array<[day: string, number: number]> {
  if (typeof text !== 'string' || text === '') return [];
  return text.split('; ').map((each) => {
    const [day = '', number = ''] = each.split(': ');
    return [day, Number(number)];
  });
}

function shownAs({ name, kind }: Column, reader: Reader): Shown {
  if (name === 'issueId') {
    return {
      names: [name, t('entries.work-item-key'), t('export.column-title'), t('common.space')],
      cells: (id) => [id, ...(typeof id === 'string' ? workItemCells(reader, id) : [null, null, null])],
    };
  }
  if (name === 'seconds') {
    const hours = (seconds: Cell) => (typeof seconds === 'number' ? hoursOf(seconds) : null);
    return { names: [name, t('export.hours')], cells: (seconds) => [seconds, hours(seconds)] };
  }
  if (kind === 'instant') {
    const { time } = writtenFor(reader);
    return {
      names: [name, `${name} (${reader.timeZone})`],
      cells: (instant) => [instant, typeof instant === 'string' ? time(instant) : null],
    };
  }
  return { names: [name === DAY ? t('my-data.access-day') : name], cells: (value) => [value] };
}
