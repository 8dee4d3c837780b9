import { readManifest } from '../../local/manifest';
import { DATA_MAP } from '../../src/data-map';
import { fieldsByName, type DataSet, type Kind } from '../../src/storage/data-set';
import type { LoadedRow, StoredRow } from '../../local/storage';
import { isPlainObject } from '../../src/storage/kinds';
import { recordAt, recordIn } from '../../src/storage/layout';
import { entityOf } from '../manifest/entity-of';
import { rawRow } from '../setup/rows-of';

/** A data set that only a later version declares. */
export const LATER_SET: DataSet<{ accountId: string; number: string }> = {
  name: 'later-set',
  place: 'entity',
  key: [
    ['accountId', { kind: 'account-id' }],
    ['number', { kind: 'integer-text' }],
  ],
  fields: {
    accountId: { value: { kind: 'account-id' }, category: 'pd:UID', what: 'data.own-account-id' },
    number: { value: { kind: 'integer-text' }, category: 'dpv:NonPersonalData', what: 'data.receipt-number' },
  },
  indexes: [{ name: 'by-person', partition: ['accountId'], range: 'number' }],
  about: 'person',
  found: { by: 'index', index: 'by-person', range: 'number' },
  title: 'data.time-entry-title',
  what: 'data.time-entry-what',
  purpose: 'data.person-purpose',
  usedFor: ['time-recording'],
  retention: { words: 'data.kept-while-installed' },
  erasure: { effect: 'delete', words: 'data.deleted' },
  exported: true,
};

/** The manifest of that version. Going back does not take the entity away: Forge lets go of none. */
export function manifestOfLater() {
  const manifest = readManifest();
  const entities = [...(manifest.storage.entities ?? []), entityOf(LATER_SET)];
  return { ...manifest, storage: { ...manifest.storage, entities } as typeof manifest.storage };
}

/** A record of somebody in that data set. */
export const laterRecord = (accountId: string): LoadedRow => ({
  store: 'entity',
  entityName: LATER_SET.name,
  key: `${accountId}#1`,
  value: { accountId, number: '1' },
});

/** Of these a later version knows one more, and the app may not depend on which it is. */
const ORIGINS: ReadonlySet<string> = new Set([
  'restrictedBy',
  'askedBy',
  'madeBy',
  'role',
  'event',
  'reason',
  'problem',
  'failure',
  'outcome',
]);
/** A value of an enumeration, a name of a data set or of a count, which this version does not know. */
export const LATER = 'later-value';

/** The row as a later version would have written it: with what it knows more, wherever the data map leaves room for it. */
export function asLater(row: StoredRow): LoadedRow {
  const at = recordAt(DATA_MAP, row);
  const record = at && recordIn(at.dataSet, row.value);
  if (!at || !isPlainObject(record)) return row;
  return rawRow(at.dataSet, at.key, { ...fieldsAsLater(at.dataSet, record), addedLater: 1 });
}

function fieldsAsLater(set: DataSet, value: Record<string, unknown>): Record<string, unknown> {
  const fields = fieldsByName(set);
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, valueAsLater(fields[name]?.value, name, one)]),
  );
}

function valueAsLater(kind: Kind | undefined, name: string, value: unknown): unknown {
  if (kind?.kind === 'one-of' && ORIGINS.has(name)) return LATER;
  if (kind?.kind === 'numbers' && kind.by.kind !== 'day') return { ...(value as object), [LATER]: 2 };
  if (kind?.kind !== 'list') return value;
  return (value as object[]).map((item) => ({
    ...Object.fromEntries(
      Object.entries(item).map(([part, one]) => [
        part,
        valueAsLater({ ...kind.of, ...kind.optional }[part], part, one),
      ]),
    ),
    addedLater: 1,
  }));
}
