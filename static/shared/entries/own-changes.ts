import type { ListedEntry } from '../../../src/contract';

/** What this page has just written or deleted. */
export interface OwnChanges {
  added: readonly ListedEntry[];
  removed: ReadonlySet<string>;
}

export const noChanges: OwnChanges = { added: [], removed: new Set() };

/**
 * A list with what this page has just changed: the storage's lists lag behind its writes for a while,
 * so a fresh list may still miss a new entry or show a deleted one.
 */
export function withOwnChanges(entries: readonly ListedEntry[], changes: OwnChanges): ListedEntry[] {
  const byId = new Map([...changes.added, ...entries].map((entry) => [entry.id, entry]));
  for (const id of changes.removed) byId.delete(id);
  return [...byId.values()].sort(newestFirst);
}

function newestFirst(one: ListedEntry, other: ListedEntry): number {
  return other.startedOn.localeCompare(one.startedOn) || other.createdAt.localeCompare(one.createdAt);
}
