import type { Day, ListedEntry } from '../../../src/contract';
import { secondsIn } from '../../shared/seconds-in';

/** A work item in the grid. */
export interface GridRow {
  issueId: string;
  seconds: number;
  entriesOf: ReadonlyMap<Day, ListedEntry[]>;
}

/** With recent work items on which nothing is logged this week, a grid has at most so many rows. */
const MOST_WITH_RECENT = 10;

/**
 * A row for each work item with time in the week, and for the recent ones on which to log more, in the order in which
 * Jira made them: sorted by time, a row would jump from under the keyboard of whoever fills it.
 */
export function rowsOf(entries: readonly ListedEntry[], recent: readonly string[]): GridRow[] {
  const ofIssue = groupedBy(entries, ({ issueId }) => issueId);
  const others = recent.filter((issueId) => !ofIssue.has(issueId));
  const more = others.slice(0, Math.max(0, MOST_WITH_RECENT - ofIssue.size));
  const rows = [...ofIssue.keys(), ...more].map((issueId) => rowOf(issueId, ofIssue.get(issueId) ?? []));
  return rows.sort((one, other) => Number(one.issueId) - Number(other.issueId));
}

const rowOf = (issueId: string, entries: ListedEntry[]): GridRow => ({
  issueId,
  seconds: secondsIn(entries),
  entriesOf: groupedBy(entries, ({ startedOn }) => startedOn),
});

function groupedBy(entries: readonly ListedEntry[], keyOf: (entry: ListedEntry) => string) {
  const groups = new Map<string, ListedEntry[]>();
  for (const entry of entries) groups.set(keyOf(entry), [...(groups.get(keyOf(entry)) ?? []), entry]);
  return groups;
}
