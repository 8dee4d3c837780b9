import type { Settings } from '../privacy/data-sets/settings';
import type { Engine } from '../privacy/engine';
import { assertInUse } from '../privacy/installation';
import type { SubjectAndRows, Subject } from '../privacy/person/subject';
import { writeAbout, type Plan } from '../privacy/person/write';
import { assertUsable } from '../privacy/restriction/restriction';
import { SETTINGS_REF, settingsOf } from '../privacy/settings/settings';
import { MOST_SECONDS } from './duration';
import { entryRef, isTooOld, shiftTotals, totalsRef, yearOf } from './entries';
import { TIME_ENTRY, type DayTotals, type TimeEntry } from './time-entry';

/** An entry that is to be there, under an ID that is the same each time it comes. */
export interface EntryToAdd extends Pick<TimeEntry, 'issueId' | 'startedOn' | 'seconds' | 'createdAt'> {
  id: string;
}

interface Addition<Entry extends EntryToAdd, Refusal extends string> {
  accountId: string;
  entries: readonly Entry[];
  /** When it was asked for: an erasure after that wins. */
  causedAt: Date;
  /** Refuses by throwing, given whom it finds. */
  check?: (subject: Subject | undefined) => void;
  /** Why an entry that is not there is left out. */
  refusalOf: (entry: Entry) => Refusal | undefined;
}

/** What became of an entry; `row` is what stands under its ID now. */
interface Became<Refusal extends string> {
  outcome: 'added' | 'present' | 'day-full' | 'kept-for-its-time' | Refusal;
  row?: TimeEntry;
}

interface Added<Refusal extends string> {
  /** In the order of the entries. */
  became: Array<Became<Refusal>>;
  settings: Settings;
}

/** Entries of one transaction beside what registers a person and the totals of a year: Forge takes 25 in all. */
const AT_ONCE = 18;

/** Entries that follow each other and are of one year, as few as one transaction takes. */
export function inTransactions<Entry extends Pick<EntryToAdd, 'startedOn'>>(
  entries: readonly Entry[],
): Entry[][] {
  const groups: Entry[][] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    const fits = last && last.length < AT_ONCE && yearIn(last) === yearOf(entry.startedOn);
    if (fits) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

const yearIn = ([first]: ReadonlyArray<Pick<EntryToAdd, 'startedOn'>>): string =>
  yearOf(first?.startedOn ?? '');

/**
 * Adds what one transaction takes (`inTransactions`), and registers the person if need be. An entry that is there is left
 * alone, so all of it can come twice, also after a part of it. One whose day has no room or is too long ago is left out.
 * @throws Refused where the use of the person's data is restricted, or they may not be registered
 */
export function addEntries<Entry extends EntryToAdd, Refusal extends string = never>(
  engine: Engine,
  addition: Addition<Entry, Refusal>,
): Promise<Added<Refusal>> {
  const { accountId, entries, causedAt, check } = addition;
  return writeAbout<Added<Refusal>>(engine, {
    accountId,
    causedAt,
    registers: true,
    onSite: true,
    reads: [
      SETTINGS_REF,
      totalsRef(accountId, yearIn(entries)),
      ...entries.map(({ id }) => entryRef(accountId, id)),
    ],
    plan: (state) => {
      assertInUse(engine, state.installation);
      check?.(state.subject);
      return planAdding(addition, state, engine.now());
    },
  });
}

function planAdding<Entry extends EntryToAdd, Refusal extends string>(
  addition: Addition<Entry, Refusal>,
  { subject, rows }: SubjectAndRows,
  now: Date,
): Plan<Added<Refusal>> {
  const { accountId, entries } = addition;
  const [settingsRow, ...read] = rows;
  const settings = settingsOf(settingsRow as Settings | undefined, now);
  // Without a registration, what is still there is of an earlier stay and about to be deleted.
  const [totals, ...present] = (subject ? read : []) as [DayTotals?, ...Array<TimeEntry | undefined>];
  const judge = judging(addition, settings, totals, now);
  const became = entries.map((entry, at): Became<Refusal> => {
    const row = present[at];
    return row ? { outcome: 'present', row } : judge(entry);
  });
  const added = became.flatMap(({ outcome, row }, at) =>
    outcome === 'added' && row ? [{ key: entryRef(accountId, entries[at]?.id ?? '').key, row }] : [],
  );
  if (added.length === 0) return { done: { became, settings } };
  assertUsable(subject);
  const shifts = added.map(({ row }) => ({ day: row.startedOn, seconds: row.seconds }));
  const { changes } = shiftTotals(accountId, new Map([[yearIn(entries), totals]]), shifts);
  const records = added.map((stored) => ({ do: 'add', dataSet: TIME_ENTRY, ...stored }) as const);
  return { write: [...records, ...changes], result: { became, settings } };
}

/** What becomes of an entry that is not there, given the entries judged before. */
function judging<Entry extends EntryToAdd, Refusal extends string>(
  { accountId, refusalOf }: Addition<Entry, Refusal>,
  settings: Settings,
  totals: DayTotals | undefined,
  now: Date,
): (entry: Entry) => Became<Refusal> {
  const seconds = new Map(Object.entries(totals?.seconds ?? {}));
  const added = new Map<string, TimeEntry>();
  return (entry) => {
    if (isTooOld(entry.startedOn, settings, now)) return { outcome: 'kept-for-its-time' };
    const refusal = refusalOf(entry);
    if (refusal !== undefined) return { outcome: refusal };
    const twin = added.get(entry.id);
    if (twin) return { outcome: 'present', row: twin };
    const onDay = (seconds.get(entry.startedOn) ?? 0) + entry.seconds;
    if (onDay > MOST_SECONDS) return { outcome: 'day-full' };
    seconds.set(entry.startedOn, onDay);
    const row = rowOf(accountId, entry);
    added.set(entry.id, row);
    return { outcome: 'added', row };
  };
}

const rowOf = (accountId: string, { id, issueId, startedOn, seconds, createdAt }: EntryToAdd): TimeEntry => ({
  accountId,
  issueId,
  startedOn,
  seconds,
  createdAt,
  position: `${startedOn}#${id}`,
});
