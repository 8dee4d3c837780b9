import { plainTable, type Table } from '../shared/export/csv';
import type { ExportedRecord } from '../shared/export/exported-data';
import { t, type Key } from '../shared/words/words';

/** Records as a table for people: under each head what a record has by that name. */
export function headedTable<Name extends string>(
  heads: Readonly<Record<Name, Key>>,
  records: Array<ExportedRecord & Record<Name, unknown>>,
): Table {
  const names = Object.keys(heads) as Name[];
  const { rows } = plainTable({ columns: names.map((name) => ({ name })), records });
  return { names: names.map((name) => t(heads[name])), rows };
}
