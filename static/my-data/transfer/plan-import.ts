import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { AccountId, Day, ImportRules, RowToImport } from '../../../src/contract';
import type { WorkItemsHere } from './work-items-here';
import type { ReadEntry, ReadExport } from '../../shared/export/read-export';

/** Why an entry of the file is not taken in; the app decides it again, by what is there then. */
export const REFUSALS = ['malformed', 'not-visible', 'day-full', 'kept-for-its-time', 'future'] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What an import would do. */
export interface ImportPlan {
  rows: RowToImport[];
  present: number;
  refused: Record<Refusal, number>;
}

interface Given {
  accountId: AccountId;
  file: ReadExport;
  /** All entries that the person has. */
  existing: readonly ReadEntry[];
  rules: ImportRules;
  today: Day;
  workItems: Pick<WorkItemsHere, 'here' | 'visible'>;
}

/** `MOST_SECONDS` of `src/timesheet/duration.ts`. */
const SECONDS_A_DAY = 86_400;

/** Works out which entries of a file are new, which are there, and which cannot be taken in. */
export function planImport({ accountId, file, existing, rules, today, workItems }: Given): ImportPlan {
  const entries = inOrder(file.entries).map((entry) => ({
    entry,
    issueId: workItems.here.get(entry.issueId),
  }));
  const isThere = recognizing(accountId, existing, entries);
  const secondsOn = new Map<Day, number>();
  for (const { startedOn, seconds } of existing) add(secondsOn, startedOn, seconds);
  const plan: ImportPlan = {
    rows: [],
    present: 0,
    refused: {
      malformed: file.malformed,
      'not-visible': 0,
      'day-full': 0,
      'kept-for-its-time': 0,
      future: 0,
    },
  };
  for (const { entry, issueId } of entries) {
    if (isThere({ entry, issueId })) plan.present += 1;
    else {
      const isVisible = issueId !== undefined && workItems.visible.has(issueId);
      const refusal = refusalOf(entry, isVisible, { rules, today, secondsOn });
      if (refusal) plan.refused[refusal] += 1;
      else plan.rows.push(rowOf(entry, issueId ?? ''));
    }
  }
  return plan;
}

/** By day, so that a call touches the totals of few years. */
const inOrder = (entries: readonly ReadEntry[]): ReadEntry[] =>
  [...entries].sort((one, other) => (one.position < other.position ? -1 : 1));

/** What an entry says, without its ID. */
const asTold = ({ startedOn, seconds, createdAt }: ReadEntry, issueId: string | undefined): string =>
  [issueId, startedOn, seconds, createdAt].join(' ');

function add<Key>(sums: Map<Key, number>, key: Key, more: number): number {
  const sum = (sums.get(key) ?? 0) + more;
  sums.set(key, sum);
  return sum;
}

/**
 * Tells of each entry of the file whether it is there: under its ID or the one that an import gives it, whatever was
 * corrected since; or as one that says the same, as often as that is there.
 */
function recognizing(
  accountId: AccountId,
  existing: readonly ReadEntry[],
  file: readonly Placed[],
): (placed: Placed) => boolean {
  const left = new Map(existing.map((entry) => [idOf(entry), asTold(entry, entry.issueId)]));
  const known = new Set<ReadEntry>();
  for (const { entry } of file) {
    const id = [idOf(entry), idAfterImport(accountId, entry)].find((one) => left.has(one));
    if (id === undefined) continue;
    known.add(entry);
    left.delete(id);
  }
  const others = new Map<string, number>();
  for (const told of left.values()) add(others, told, 1);
  return ({ entry, issueId }) => known.has(entry) || add(others, asTold(entry, issueId), -1) >= 0;
}

/** As `RowToImport` says it. */
const idAfterImport = (accountId: AccountId, entry: ReadEntry): string =>
  bytesToHex(sha256(utf8ToBytes(`${accountId}\nimport\n${idOf(entry)}`))).slice(0, 32);

/** An entry of the file with the ID that its work item has here. */
interface Placed {
  entry: ReadEntry;
  issueId: string | undefined;
}

const idOf = ({ position, startedOn }: ReadEntry): string => position.slice(startedOn.length + 1);

interface Bounds extends Pick<Given, 'rules' | 'today'> {
  secondsOn: Map<Day, number>;
}

function refusalOf(
  { startedOn, createdAt, seconds }: ReadEntry,
  isVisible: boolean,
  { rules, today, secondsOn }: Bounds,
): Refusal | undefined {
  if (createdAt > rules.now || startedOn > today) return 'future';
  if (startedOn < rules.firstDay) return 'kept-for-its-time';
  if (!isVisible) return 'not-visible';
  if ((secondsOn.get(startedOn) ?? 0) + seconds > SECONDS_A_DAY) return 'day-full';
  add(secondsOn, startedOn, seconds);
  return undefined;
}

function rowOf(entry: ReadEntry, issueId: string): RowToImport {
  const { startedOn, seconds, createdAt } = entry;
  return { id: idOf(entry), issueId, startedOn, seconds, createdAt };
}
