import type {
  CorrectEntryRequest,
  CorrectEntryResult,
  DeleteEntriesResult,
  EntryFilter,
  EntryPage,
  ListedEntry,
  MyRequest,
} from '../../../src/contract';
import { isFailure, type Failure } from '../failure';
import { onceEach } from '../once-each';

/** Where entries come from, and how they are corrected and deleted: one's own, or those of a person an administrator looks at. */
export interface EntrySource {
  list: (filter: EntryFilter) => Promise<EntryPage | Failure>;
  /** Missing where nothing can be corrected. */
  correct?: (request: CorrectEntryRequest) => Promise<CorrectEntryResult | Failure>;
  /** Asks for a correction that needs an approval; for one's own entries. */
  ask?: (request: CorrectEntryRequest, restricts: boolean) => Promise<MyRequest | Failure>;
  remove: (ids: string[]) => Promise<DeleteEntriesResult | Failure>;
}

/** The app deletes, and lists, at most this many at a time. */
const mostAtOnce = 100;

/** Every entry that matches, page after page; `onProgress` hears how many there are so far. */
export async function listAll(
  source: EntrySource,
  filter: EntryFilter,
  onProgress: (entries: number) => void,
): Promise<ListedEntry[] | Failure> {
  const all: ListedEntry[] = [];
  let after: string | undefined;
  do {
    const page = await source.list({
      ...filter,
      limit: mostAtOnce,
      ...(after === undefined ? {} : { after }),
    });
    if (isFailure(page)) return page;
    all.push(...page.entries);
    onProgress(all.length);
    after = page.next;
  } while (after !== undefined);
  return onceEach(all, ({ id }) => id);
}

export interface Removal {
  /** IDs the app has answered for: deleted, or gone before. */
  removed: string[];
  deleted: number;
  /** What puts them back, where so few were deleted that the app offers it. */
  undo?: string;
  failure: Failure | undefined;
}

/** Deletes in batches; after a failure `removed` says how far it came. */
export async function removeAll(
  source: EntrySource,
  ids: readonly string[],
  onProgress: (entries: number) => void,
): Promise<Removal> {
  const removal: Removal = { removed: [], deleted: 0, failure: undefined };
  for (let start = 0; start < ids.length; start += mostAtOnce) {
    const batch = ids.slice(start, start + mostAtOnce);
    const answer = await source.remove(batch);
    if (isFailure(answer)) return { ...removal, failure: answer };
    removal.removed.push(...batch);
    removal.deleted += answer.deleted;
    if (answer.undo !== undefined && batch.length === ids.length) removal.undo = answer.undo;
    onProgress(removal.removed.length);
  }
  return removal;
}
