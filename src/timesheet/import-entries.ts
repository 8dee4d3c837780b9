import type { ImportResult, ImportRules, RowOutcome, RowToImport } from '../contract';
import { recordIdOf, type ClientToken } from '../privacy/digest';
import type { Engine } from '../privacy/engine';
import { Refused } from '../privacy/errors';
import type { Subject } from '../privacy/person/subject';
import { readSettingsInUse } from '../privacy/settings/settings';
import { toInstant } from '../privacy/time';
import { addEntries, inTransactions } from './add-entries';
import { firstDayKept } from './entries';

/** As the browser hands it in: its ID is nothing of ours. */
type ImportedRow = Omit<RowToImport, 'id'> & { id: ClientToken };

interface Import {
  accountId: string;
  rows: readonly ImportedRow[];
  /** Those of the work items that the person may see. */
  visible: ReadonlySet<string>;
  /** The day it is for the person. */
  today: string;
  /** Since when this import runs; without it, it begins. */
  asOf?: string | undefined;
}

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
  return { now: toInstant(engine.now()), firstDay: firstDayKept(settings, engine.now()) };
}

async function importSome(engine: Engine, wanted: Import): Promise<RowOutcome[]> {
  const { accountId, rows, asOf } = wanted;
  const now = engine.now();
  const { became } = await addEntries(engine, {
    accountId,
    entries: rows.map((row) => ({ ...row, id: idOfRow(accountId, row) })),
    causedAt: asOf !== undefined && asOf < toInstant(now) ? new Date(asOf) : now,
    check: (subject) => assertSameStay(subject, asOf),
    refusalOf: (row) => refusalOf(engine, wanted, row),
  });
  return became.map(({ outcome }) => (outcome === 'added' ? 'imported' : outcome));
}

/** The same each time for an entry of a file, also where it was corrected since it came in. */
const idOfRow = (accountId: string, { id }: ImportedRow): string =>
  recordIdOf(accountId, { fromClient: `import\n${id.fromClient}` });

/** @throws Refused where the person came back from an erasure since the import began */
function assertSameStay(subject: Subject | undefined, asOf: string | undefined): void {
  if (!subject || asOf === undefined || subject.person.registeredAt <= asOf) return;
  throw new Refused('CONFLICT', 'refused.import-deleted');
}

/** Why a row that is not there is left out, whatever its day has and however old that is. */
function refusalOf(
  engine: Engine,
  { visible, today }: Import,
  { createdAt, startedOn, issueId }: Pick<RowToImport, 'createdAt' | 'startedOn' | 'issueId'>,
) {
  if (createdAt > toInstant(engine.now()) || startedOn > today) return 'future';
  return visible.has(issueId) ? undefined : 'not-visible';
}
