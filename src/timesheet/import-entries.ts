import type { ImportResult, ImportRules, RowOutcome, RowToImport } from '../contract';
import type { Settings } from '../privacy/data-sets/settings';
import { recordIdOf } from '../privacy/digest';
import type { Engine } from '../privacy/engine';
import { Refused } from '../privacy/errors';
import { assertInUse } from '../privacy/installation';
import type { Subject } from '../privacy/person/standing';
import type { SubjectAndRows } from '../privacy/person/subject';
import { writeAbout, type Plan } from '../privacy/person/write';
import { assertUsable } from '../privacy/restriction/restriction';
import { expiryOf } from '../privacy/retention/expiry';
import { readSettingsInUse, SETTINGS_REF, settingsOf } from '../privacy/settings';
import { FIRST_INSTANT, toInstant } from '../privacy/time';
import { MOST_SECONDS } from './duration';
import { entryRef, shiftTotals, totalsRef, yearOf } from './entries';
import { TIME_ENTRY, type DayTotals, type TimeEntry } from './time-entry';

interface Import {
  accountId: string;
  rows: readonly RowToImport[];
  /** Those of the work items that the person may see. */
  visible: ReadonlySet<string>;
  /** The day it is for the person. */
  today: string;
  /** Since when this import runs; without it, it begins. */
  asOf?: string | undefined;
}

/** Rows of one transaction beside what registers a person and the totals of a year: Forge takes 25 in all. */
const ROWS_AT_ONCE = 18;

/**
 * Takes entries of an export in again, a transaction for each few. A row that is there is left alone, so all of it can
 * come twice, also after a part of it. An erasure since the import began ends it.
 * @throws Refused where the use of the person's data is restricted, or they may not be registered or were erased meanwhile
 */
export async function importEntries(
  engine: Engine,
  { rows, asOf: begun, ...whose }: Import,
): Promise<ImportResult> {
  const outcomes: RowOutcome[] = [];
  let asOf = begun;
  for (const some of inTransactions(rows)) {
    outcomes.push(...(await importSome(engine, { ...whose, rows: some, asOf })));
    // After the first transaction: that one may have registered the person.
    asOf ??= toInstant(engine.now());
  }
  return { outcomes, asOf: asOf ?? toInstant(engine.now()) };
}

/** What bounds an import by the settings in force. */
export async function importRules(engine: Engine): Promise<ImportRules> {
  const settings = await readSettingsInUse(engine);
  return { now: toInstant(engine.now()), loggedAfter: keptSince(engine, settings) };
}

/** Rows that follow each other and are of one year. */
function inTransactions(rows: readonly RowToImport[]): RowToImport[][] {
  const groups: RowToImport[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    const fits = last && last.length < ROWS_AT_ONCE && yearIn(last) === yearOf(row.startedOn);
    if (fits) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

const yearIn = ([first]: readonly RowToImport[]): string => yearOf(first?.startedOn ?? '');

function importSome(engine: Engine, wanted: Import): Promise<RowOutcome[]> {
  const { accountId, rows, asOf } = wanted;
  const now = engine.now();
  const entries = rows.map((row) => entryRef(accountId, idOfRow(accountId, row)));
  return writeAbout<RowOutcome[]>(engine, {
    accountId,
    causedAt: asOf !== undefined && asOf < toInstant(now) ? new Date(asOf) : now,
    registers: true,
    onSite: true,
    reads: [SETTINGS_REF, totalsRef(accountId, yearIn(rows)), ...entries],
    plan: (state) => {
      assertInUse(engine, state.installation);
      assertSameStay(state.subject, asOf);
      return planImport(engine, wanted, state);
    },
  });
}

/**
 * Of what was logged at one instant on one work item it is always the same, whatever was corrected since, and whatever ID
 * the entry had in the file.
 */
const idOfRow = (accountId: string, { issueId, createdAt, copy }: RowToImport): string =>
  recordIdOf(accountId, { fromClient: `import\n${issueId}\n${createdAt}\n${copy}` });

/** @throws Refused where the person came back from an erasure since the import began */
function assertSameStay(subject: Subject | undefined, asOf: string | undefined): void {
  if (!subject || asOf === undefined || subject.person.registeredAt <= asOf) return;
  throw new Refused(
    'CONFLICT',
    'Your data was erased meanwhile, so the import stopped. What you logged since is kept; import again if you want ' +
      'the entries of the file back.',
  );
}

function planImport(engine: Engine, wanted: Import, { subject, rows }: SubjectAndRows): Plan<RowOutcome[]> {
  const [settings, ...read] = rows;
  // Without a registration, what is still there is of an earlier stay and about to be deleted.
  const [totals, ...present] = (subject ? read : []) as [DayTotals?, ...Array<TimeEntry | undefined>];
  const judge = judging(engine, wanted, settingsOf(settings as Settings | undefined), totals);
  const outcomes = wanted.rows.map((row, at) => (present[at] ? 'present' : judge(row)));
  const added = wanted.rows.filter((_, at) => outcomes[at] === 'imported');
  if (added.length === 0) return { done: outcomes };
  assertUsable(subject);
  const { accountId } = wanted;
  const shifts = added.map(({ startedOn, seconds }) => ({ day: startedOn, seconds }));
  const { changes } = shiftTotals(accountId, new Map([[yearIn(added), totals]]), shifts);
  const entries = added.map(
    (row) => ({ do: 'add', dataSet: TIME_ENTRY, ...storedAs(accountId, row) }) as const,
  );
  return { write: [...entries, ...changes], result: outcomes };
}

/** What becomes of a row that is not there, given the rows judged before. */
function judging(
  engine: Engine,
  { accountId, visible, today }: Import,
  settings: Settings,
  totals: DayTotals | undefined,
): (row: RowToImport) => RowOutcome {
  const now = toInstant(engine.now());
  const since = keptSince(engine, settings);
  const seconds = new Map(Object.entries(totals?.seconds ?? {}));
  const added = new Set<string>();
  return (row) => {
    if (row.createdAt > now || row.startedOn > today) return 'future';
    if (row.createdAt <= since) return 'kept-for-its-time';
    if (!visible.has(row.issueId)) return 'not-visible';
    const id = idOfRow(accountId, row);
    if (added.has(id)) return 'present';
    const onDay = (seconds.get(row.startedOn) ?? 0) + row.seconds;
    if (onDay > MOST_SECONDS) return 'day-full';
    seconds.set(row.startedOn, onDay);
    added.add(id);
    return 'imported';
  };
}

/** The last instant whose entries have been kept for their time. */
const keptSince = (engine: Engine, settings: Settings): string =>
  expiryOf(engine, TIME_ENTRY, settings)?.until ?? FIRST_INSTANT;

function storedAs(accountId: string, row: RowToImport): { key: string; row: TimeEntry } {
  const { issueId, startedOn, seconds, createdAt } = row;
  const id = idOfRow(accountId, row);
  const { key } = entryRef(accountId, id);
  return { key, row: { accountId, issueId, startedOn, seconds, createdAt, position: `${startedOn}#${id}` } };
}
