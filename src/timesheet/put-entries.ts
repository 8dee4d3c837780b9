import type { Entry } from '../contract';
import type { AccessReason } from '../privacy/data-sets/reasons';
import type { Settings } from '../privacy/data-sets/settings';
import type { Engine, RecordChange } from '../privacy/engine';
import { Refused } from '../privacy/errors';
import { assertInUse } from '../privacy/installation';
import type { SubjectAndRows, Subject } from '../privacy/person/subject';
import { writeAbout, type Plan } from '../privacy/person/write';
import { assertUsable } from '../privacy/restriction/restriction';
import { SETTINGS_REF, settingsOf } from '../privacy/settings/settings';
import { isAsRead } from '../storage/as-read';
import type { Change } from '../storage/store';
import { assertFits, entryRef, shiftTotals, toEntry, totalsRef, yearOf, type Shift } from './entries';
import { TIME_ENTRY, type DayTotals, type TimeEntry } from './time-entry';

/** Entries of a person that are to stand as given, and what may speak against it. */
interface Put {
  accountId: string;
  ids: readonly string[];
  /** What is to stand under an ID, given what stands there; it refuses by throwing. */
  row: (id: string, present: TimeEntry | undefined) => TimeEntry;
  /** The stay of the person for which it is good; without it, any. */
  epoch?: string;
  /** Why an administrator puts them; missing where the person does. */
  reason?: AccessReason;
  /** Whether the person asks for it in the app. */
  onSite: boolean;
  /** Refuses by throwing, given what stands where something is changed. */
  check?: (present: readonly TimeEntry[], settings: Settings) => void;
  /** Changes to be made in the same transaction, for example a line of the audit log. */
  also?: (subject: Subject) => Change[];
}

interface Stood {
  key: string;
  before: TimeEntry | undefined;
  row: TimeEntry;
  entry: Entry;
}

export interface PutResult {
  stood: Stood[];
  /** What the person has on a day of one of the entries, in seconds. */
  secondsOn: (day: string) => number;
  subject: Subject;
  settings: Settings;
}

/** Entries that one transaction puts: each may take the totals of a year along. */
export const PUT_AT_ONCE = 10;

/**
 * Puts entries of a person as they are to stand, with the totals of their days, in one transaction. What stands so
 * already is left alone, so it can come twice.
 * @throws Refused where nothing is kept about the person, a restriction does not leave it open, or a day would have more
 * than 24 hours
 */
export async function putEntries(engine: Engine, put: Put): Promise<PutResult> {
  const refs = put.ids.map((id) => entryRef(put.accountId, id));
  const first = await engine.store.getAll(refs);
  const years = yearsOf(put.ids.flatMap((id, at) => [first[at], put.row(id, first[at])]));
  return writeAbout(engine, {
    accountId: put.accountId,
    causedAt: engine.now(),
    onSite: put.onSite,
    reads: [SETTINGS_REF, ...refs, ...years.map((year) => totalsRef(put.accountId, year))],
    plan: (state) => planPut(engine, put, years, state),
  });
}

/** The years in which these entries are. */
export const yearsOf = (rows: ReadonlyArray<TimeEntry | undefined>): string[] => [
  ...new Set(rows.flatMap((row) => (row ? [yearOf(row.startedOn)] : []))),
];

function planPut(
  engine: Engine,
  put: Put,
  years: readonly string[],
  { subject, installation, rows }: SubjectAndRows,
): Plan<PutResult> {
  assertInUse(engine, installation);
  if (!subject || (put.epoch !== undefined && subject.person.epoch !== put.epoch)) throw entryGone();
  const [settingsRow, ...others] = rows;
  const settings = settingsOf(settingsRow as Settings | undefined, engine.now());
  const worked = workOut(put, years, others);
  const { changed, secondsOn } = worked;
  const result = { stood: worked.stood, secondsOn, subject, settings };
  if (changed.length === 0) return { done: result };
  assertUsable(subject, put.reason);
  put.check?.(
    changed.flatMap(({ before }) => before ?? []),
    settings,
  );
  return { write: changesOf(worked), also: put.also?.(subject) ?? [], result };
}

interface WorkedOut {
  stood: Stood[];
  /** Those that do not stand so already. */
  changed: Stood[];
  /** What becomes of the totals. */
  totals: RecordChange[];
  secondsOn: (day: string) => number;
}

/**
 * What putting the entries comes to.
 * @param years whose totals were read
 * @param rows the entries and those totals, as they were read
 */
export function workOut(
  put: Pick<Put, 'accountId' | 'ids' | 'row'>,
  years: readonly string[],
  rows: ReadonlyArray<object | undefined>,
): WorkedOut {
  const present = rows.slice(0, put.ids.length) as Array<TimeEntry | undefined>;
  const read = new Map(years.map((year, at) => [year, rows[put.ids.length + at] as DayTotals | undefined]));
  const stood = put.ids.map((id, at) => standing(put, id, present[at]));
  const changed = stood.filter(({ before, row }) => !before || !isAsRead(TIME_ENTRY, before, row));
  // Somebody moved one of them from or to a year whose totals were not read.
  const touched = yearsOf(changed.flatMap(({ before, row }) => [before, row]));
  if (touched.some((year) => !read.has(year))) throw changedMeanwhile();
  const { changes, secondsOn } = shiftTotals(put.accountId, read, changed.flatMap(shiftsOf));
  return { stood, changed, totals: changes, secondsOn };
}

/**
 * The changes that put them; none where all stand so already.
 * @throws Refused where a day would have more than 24 hours
 */
export function changesOf({ changed, totals, secondsOn }: WorkedOut): RecordChange[] {
  if (changed.length === 0) return [];
  for (const { row } of changed) assertFits(secondsOn(row.startedOn), row.seconds);
  return [...changed.map(asChange), ...totals];
}

function standing(
  { accountId, row: rowOf }: Pick<Put, 'accountId' | 'row'>,
  id: string,
  before: TimeEntry | undefined,
): Stood {
  const row = rowOf(id, before);
  const { key } = entryRef(accountId, id);
  return { key, before, row, entry: toEntry({ key, row }) };
}

const shiftsOf = ({ before, row }: Stood): Shift[] => [
  ...(before ? [{ day: before.startedOn, seconds: -before.seconds }] : []),
  { day: row.startedOn, seconds: row.seconds },
];

const asChange = ({ key, before, row }: Stood): RecordChange => ({
  do: before ? 'replace' : 'add',
  dataSet: TIME_ENTRY,
  key,
  row,
});

/** Refuses to change an entry that is not there. */
export const entryGone = (): Refused => new Refused('NOT_FOUND', 'refused.entry-gone');

/** Refuses to change an entry that somebody changed since it was shown. */
export const changedMeanwhile = (): Refused => new Refused('CONFLICT', 'refused.entry-changed');
