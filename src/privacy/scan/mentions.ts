import type { DataSet, Kind } from '../../storage/data-set';
import { fieldsOf } from '../../storage/fields';

/** The account IDs that a record holds where its data set declares one: in its key, a field, or a list. */
export function mentionsIn(dataSet: DataSet, key: string, record: unknown): Set<string> {
  const found = new Set<string>();
  const texts = key.split('#');
  dataSet.key.forEach(([, kind], at) => collect(kind, texts[at], found));
  if (typeof record === 'object' && record !== null) {
    for (const [name, { value }] of fieldsOf(dataSet)) {
      collect(value, (record as Record<string, unknown>)[name], found);
    }
  }
  return found;
}

function collect(kind: Kind, value: unknown, found: Set<string>): void {
  if (kind.kind === 'account-id' && typeof value === 'string') found.add(value);
  if (kind.kind !== 'list' || !Array.isArray(value)) return;
  for (const item of value as unknown[]) {
    for (const [name, inner] of Object.entries(kind.of)) {
      collect(inner, (item as Record<string, unknown> | null)?.[name], found);
    }
  }
}
