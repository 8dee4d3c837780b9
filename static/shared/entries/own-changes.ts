import type { EntryOrder, ListedEntry } from '../../../src/contract';

/** What this page has just written or deleted, each entry as it stands since. */
export interface OwnChanges {
  put: ReadonlyMap<string, ListedEntry>;
  removed: ReadonlySet<string>;
}

export const noChanges: OwnChanges = { put: new Map(), removed: new Set() };

/** With entries that were logged, corrected or put back. */
export function withPut({ put, removed }: OwnChanges, entries: readonly ListedEntry[]): OwnChanges {
  const ids = new Set(entries.map(({ id }) => id));
  return {
    put: new Map([...put, ...entries.map((entry) => [entry.id, entry] as const)]),
    removed: new Set([...removed].filter((id) => !ids.has(id))),
  };
}

/** With entries that were deleted. */
export function withRemoved({ put, removed }: OwnChanges, ids: readonly string[]): OwnChanges {
  const gone = new Set(ids);
  return {
    put: new Map([...put].filter(([id]) => !gone.has(id))),
    removed: new Set([...removed, ...gone]),
  };
}

/**
 * A list with what this page has just changed: the storage's lists lag behind its writes for a while,
 * so a fresh list may still miss a new entry, show a deleted one, or have one on two of its pages.
 * @param shows whether an entry that the list does not have belongs to it
 */
export function withOwnChanges(
  listed: readonly ListedEntry[],
  { put, removed }: OwnChanges,
  shows: (entry: ListedEntry) => boolean = () => true,
  order: EntryOrder = 'newest-first',
): ListedEntry[] {
  const byId = new Map(listed.map((entry) => [entry.id, put.get(entry.id) ?? entry]));
  const more = [...put.values()].filter((entry) => !byId.has(entry.id) && shows(entry));
  const sorted = [...byId.values(), ...more].filter(({ id }) => !removed.has(id)).sort(newestFirst);
  return order === 'newest-first' ? sorted : sorted.reverse();
}

/** Whether an entry lies among the days of a page of entries. */
export function liesAmong(listed: readonly ListedEntry[], { startedOn }: ListedEntry): boolean {
  const [oldest, newest] = [listed[0], listed.at(-1)].map((entry) => entry?.startedOn).sort();
  return oldest === undefined || newest === undefined || (startedOn <= newest && startedOn >= oldest);
}

function newestFirst(one: ListedEntry, other: ListedEntry): number {
  return other.startedOn.localeCompare(one.startedOn) || other.createdAt.localeCompare(one.createdAt);
}
