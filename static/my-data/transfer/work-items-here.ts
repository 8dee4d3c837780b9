import type { NamedWorkItem } from '../../shared/export/exported-data';
import type { ReadExport } from '../../shared/export/read-export';
import { lookUpIssues, lookUpIssuesByKey, type Issue } from '../../shared/issues';
import { findAll, type Found } from '../../shared/look-up';

/** The work items of a file, as the person may see them on this site. */
export interface WorkItemsHere {
  /** The ID that each has here, by its ID in the file. */
  here: ReadonlyMap<string, string>;
  /** Those that the person may see, by their ID here. */
  visible: ReadonlySet<string>;
  /** Of another site: those whose key is that of a work item here with another title. */
  doubtful: Pair[];
}

interface Pair {
  there: NamedWorkItem;
  here: Issue;
}

/**
 * Finds the work items of a file: on the site where it was made by their ID, on another by their key, since there an ID
 * is that of something else.
 * @throws Error where Jira does not answer
 */
export async function findWorkItems(
  file: ReadExport,
  siteUrl: string,
  signal: AbortSignal,
): Promise<WorkItemsHere> {
  const ids = [...new Set(file.entries.map(({ issueId }) => issueId))];
  if (file.site !== '' && file.site === siteUrl) return byId(ids, signal);
  const wanted = new Set(ids);
  return byKey(
    file.workItems.filter(({ id, key }) => wanted.has(id) && KEY.test(key)),
    signal,
  );
}

const WORK_ITEMS_A_CALL = 100;
const KEY = /^[A-Z][A-Z0-9_]{0,30}-\d{1,12}$/;

async function byId(ids: readonly string[], signal: AbortSignal): Promise<WorkItemsHere> {
  const found = await answered(findAll(lookUpIssues, ids, WORK_ITEMS_A_CALL, signal));
  return { here: new Map(ids.map((id) => [id, id])), visible: new Set(found.keys()), doubtful: [] };
}

async function byKey(items: readonly NamedWorkItem[], signal: AbortSignal): Promise<WorkItemsHere> {
  const keys = items.map(({ key }) => key);
  const found = await answered(findAll(lookUpIssuesByKey, keys, WORK_ITEMS_A_CALL, signal));
  const pairs = items.flatMap((there) => {
    const here = found.get(there.key);
    return here ? [{ there, here }] : [];
  });
  const nothing = { here: new Map<string, string>(), visible: new Set<string>() };
  const same = believed({ ...nothing, doubtful: pairs.filter(isSame) });
  return { ...same, doubtful: pairs.filter((pair) => !isSame(pair)) };
}

const isSame = ({ there, here }: Pair): boolean => there.title === here.summary;

/** The same, where the person says that those with another title are the same ones. */
export const believed = ({ here, visible, doubtful }: WorkItemsHere): WorkItemsHere => ({
  here: new Map([...here, ...doubtful.map((pair) => [pair.there.id, pair.here.id] as const)]),
  visible: new Set([...visible, ...doubtful.map((pair) => pair.here.id)]),
  doubtful,
});

async function answered(look: Promise<Map<string, Found<Issue>>>): Promise<Map<string, Issue>> {
  const known = new Map<string, Issue>();
  for (const [asked, found] of await look) {
    if (found.state === 'unavailable') throw new Error('Jira did not answer');
    if (found.state === 'known') known.set(asked, found.value);
  }
  return known;
}
