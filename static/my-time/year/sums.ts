import type { ListedEntry } from '../../../src/contract';

export interface Sum {
  name: string;
  seconds: number;
}

/** Time by what each entry belongs to, the most first. */
export function sumsBy(entries: readonly ListedEntry[], nameOf: (entry: ListedEntry) => string): Sum[] {
  const sums = new Map<string, number>();
  for (const entry of entries) sums.set(nameOf(entry), (sums.get(nameOf(entry)) ?? 0) + entry.seconds);
  return [...sums]
    .map(([name, seconds]) => ({ name, seconds }))
    .sort((one, other) => other.seconds - one.seconds || one.name.localeCompare(other.name));
}
