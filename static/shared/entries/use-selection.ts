import { useState } from 'react';
import type { ListedEntry } from '../../../src/contract';

export interface Selection {
  entries: ReadonlyMap<string, ListedEntry>;
  /** Adds these entries, or takes them out. */
  set: (entries: readonly ListedEntry[], selected: boolean) => void;
  keepOnly: (ids: ReadonlySet<string>) => void;
  clear: () => void;
}

/** Entries selected on this page and on others; those that cannot be deleted are never selected. */
export function useSelection(): Selection {
  const [entries, setEntries] = useState<ReadonlyMap<string, ListedEntry>>(new Map());
  return {
    entries,
    set: (changed, selected) =>
      setEntries((before) => {
        const after = new Map(before);
        for (const entry of changed) {
          if (selected && !entry.locked) after.set(entry.id, entry);
          else if (!selected) after.delete(entry.id);
        }
        return after;
      }),
    keepOnly: (ids) => setEntries((before) => new Map([...before].filter(([id]) => ids.has(id)))),
    clear: () => setEntries(new Map()),
  };
}
