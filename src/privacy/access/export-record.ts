import type { ExportPage } from '../../contract';
import type { DataKey } from '../../../words/types';
import { fieldsOf, type DataSet, type Kind } from '../../storage/data-set';
import type { Stored } from '../../storage/query';

/** The records of one data set in an export. */
export type ExportPart = ExportPage['parts'][number];
type ExportedRecord = ExportPart['records'][number];

/** Records of a data set as an export gives them: flat, with what each column says. */
export function partOf(set: DataSet, rows: ReadonlyArray<Stored>): ExportPart {
  const columns = columnsOf(set);
  return {
    dataSet: set.name,
    title: set.title,
    columns,
    records: rows.map(({ row }) => toRecord(columns, withDays(set, row as Record<string, unknown>))),
  };
}

const columnsOf = (set: DataSet): ExportPart['columns'] =>
  exportedFields(set).map(({ name, what, value }) => ({ name, what, kind: kindName(value) }));

/** A field of a record as exports give it. */
export interface ExportedField {
  name: string;
  what: DataKey;
  value: Kind;
  /** Not every record has it. */
  optional: boolean;
}

/** The fields that an export gives of a data set's records, each with the kind that it has there. */
export function exportedFields(set: DataSet): ExportedField[] {
  return fieldsOf(set).flatMap(([name, field]): ExportedField[] => {
    const { value, what, exportedAs, optional = false } = field;
    if (exportedAs === 'nothing') return [];
    if (exportedAs) return [{ name: exportedAs.day, what, value: { kind: 'day' }, optional }];
    if (value.kind !== 'list') return [{ name, what, value, optional }];
    const inner = (kinds: Readonly<Record<string, Kind>>, isOptional: boolean): ExportedField[] =>
      Object.entries(kinds).map(([each, kind]) => ({ name: each, what, value: kind, optional: isOptional }));
    return [...inner(value.of, false), ...inner(value.optional ?? {}, true)];
  });
}

const kindName = (value: Kind): string =>
  value.kind === 'numbers' ? `numbers-by-${value.by.kind}` : value.kind;

/** The row with the day of each field that exports give by its day alone: an instant, or a text that begins with one. */
function withDays(set: DataSet, row: Record<string, unknown>): Record<string, unknown> {
  const given = { ...row };
  for (const [name, { exportedAs }] of fieldsOf(set)) {
    if (row[name] === undefined || typeof exportedAs !== 'object') continue;
    given[exportedAs.day] = dayIn(row[name]);
  }
  return given;
}

const dayIn = (value: unknown): string => String(value).slice(0, 'yyyy-mm-dd'.length);

function toRecord(columns: ExportPart['columns'], row: Record<string, unknown>): ExportedRecord {
  return Object.fromEntries(columns.map(({ name }) => [name, toCell(row[name])]));
}

/** Numbers under names become one text, since a record is flat: `2026-02-03: 3600; 2026-02-04: 900`. */
function toCell(value: unknown): string | number | boolean | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'object' || value === null) return null;
  return Object.entries(value)
    .map(([name, number]) => `${name}: ${String(number)}`)
    .join('; ');
}
