import type { Anonymise, DataSet } from '../../storage/data-set';
import { accountInKey } from '../../storage/declared';
import { isStorageFailure } from '../../storage/failures';
import { groupedBy } from '../../storage/grouped';
import type { Stored } from '../../storage/query';
import type { Change, Ref } from '../../storage/store';
import type { Installation } from '../data-sets/installation';
import { standingRef } from '../data-sets/registration';
import type { Settings } from '../data-sets/settings';
import type { Engine } from '../engine';
import { INSTALLATION_REF, storeOurs } from '../installation';
import { persistently } from '../persistently';
import { removals } from '../person/remove-records';
import { subjectRefs, subjectsIn, type Subject } from '../person/subject';
import { restrictionOf } from '../person/grounds';
import { changesAbout } from '../person/write';
import { SETTINGS_REF, settingsOf } from '../settings/settings';
import { byPerson, expiredLine, expiryOf, hasExpired, type Expiry } from './expiry';
import { isMixed, sum, intoGroups, type Part } from './groups';
import { addingUp, amountIn, mostIn, newTotal, totalsOf, withAmount, valueIn, type Total } from './totals';

/** A record that may be added to a total, as it was read. */
type Addable = Part & Stored;

/** Records that may be added to one total in one step. */
export interface Step {
  value: string;
  records: Addable[];
}

/**
 * The steps in which expired records of a data set are added to totals. Each holds records, strictly read, of several people
 * whose data is not restricted (GDPR art. 18).
 */
export async function* stepsOf(
  engine: Engine,
  set: DataSet,
  settings: Settings,
  expired: readonly Stored[],
): AsyncGenerator<Step> {
  const rule = addingUp(set, settings);
  const expiry = expiryOf(set, settings, engine.now());
  if (!rule || !expiry) return;
  for (const [value, listed] of groupedBy(expired, ({ row }) => valueIn(rule, row))) {
    if (byPerson(set, listed).size < rule.people) continue;
    const usable = await usableRecords(engine, set, listed);
    const records = usable.filter(({ row }) => isDue(rule, value, expiry, row));
    for (const group of intoGroups(partsOf(engine, set, rule, records), rule.people)) {
      yield { value, records: group };
    }
  }
}

/** Whether a record as it is now belongs to this total and has expired. */
const isDue = (rule: Anonymise, value: string, expiry: Expiry, row: object): boolean =>
  valueIn(rule, row) === value && hasExpired(expiry, row);

/** Those of the records that are still there and whose people do not restrict their use. */
async function usableRecords(engine: Engine, set: DataSet, listed: readonly Stored[]): Promise<Stored[]> {
  const people = [...byPerson(set, listed)];
  const standings = await engine.store.getAll(people.map(([accountId]) => standingRef(accountId)));
  const free = people.flatMap(([, own], at) => {
    const standing = standings[at];
    return standing && !restrictionOf(standing) ? own : [];
  });
  const rows = await engine.store.getAll(free.map(({ key }) => ({ dataSet: set, key })));
  return free.flatMap(({ key }, at) => (rows[at] ? [{ key, row: rows[at] }] : []));
}

function partsOf(engine: Engine, set: DataSet, rule: Anonymise, records: readonly Stored[]): Addable[] {
  return records.map((record) => ({
    ...record,
    person: accountInKey(set, record.key) ?? '',
    amount: amountIn(rule, record.row),
    touches: (engine.dependents[set.name]?.refs([record]) ?? []).map(({ key }) => key),
  }));
}

/**
 * Deletes the records of a step and adds them to their total, in one transaction: so whatever stands in storage, and
 * whatever two states of it differ by, is a sum over several people. The transaction checks everyone's live row and the
 * version of everyone's standing row; if anything about one of them was written meanwhile, nothing is added, and it is
 * tried again from what is there then. A record that is gone is never added again.
 * @returns the keys of the records that were added; the others of the step are to be deleted
 */
export async function addUp(engine: Engine, set: DataSet, step: Step): Promise<string[]> {
  try {
    return await persistently(engine, () => addOnce(engine, set, step));
  } catch (error) {
    if (isStorageFailure(error)) return [];
    throw error;
  }
}

async function addOnce(engine: Engine, set: DataSet, step: Step): Promise<string[]> {
  const state = await readStep(engine, set, step);
  if (!state) return [];
  // First, since it refuses in a store that is about to be emptied: the total may be written for it.
  const removing = await removalOf(engine, set, state);
  const total = await totalChange(engine, state, step.value);
  if (!total) return [];
  await engine.store.transact([...removing, total]);
  return state.records.map(({ key }) => key);
}

interface StepState {
  rule: Anonymise;
  installation: Installation | undefined;
  subjects: ReadonlyMap<string, Subject>;
  records: Addable[];
  /** What depends on the records, by key. */
  dependents: ReadonlyMap<string, object | undefined>;
}

/** What is there of a step; nothing where it may not be added (any more). People are read before their records. */
async function readStep(engine: Engine, set: DataSet, step: Step): Promise<StepState | undefined> {
  const accountIds = [...byPerson(set, step.records).keys()];
  const refs = [SETTINGS_REF, INSTALLATION_REF, ...subjectRefs(accountIds)] as const;
  const [settings, installation, ...people] = await engine.store.getAll(refs);
  const rule = addingUp(set, settingsOf(settings, engine.now()));
  const subjects = usableSubjects(people);
  const records = (await unchanged(engine, set, step.records)).filter(({ person }) => subjects.has(person));
  if (!rule || !isMixed(records, rule.people)) return undefined;
  const touched = [...byPerson(set, records).values()].flatMap((own) => dependentsOf(engine, set, own));
  const rows = await engine.store.getAll(touched);
  const dependents = new Map(touched.map(({ key }, at) => [key, rows[at]]));
  return { rule, installation, subjects, records, dependents };
}

const dependentsOf = (engine: Engine, set: DataSet, records: readonly Stored[]): Ref[] =>
  engine.dependents[set.name]?.refs(records) ?? [];

/** Those who have data here and have not restricted its use; `rows` are their live and standing rows, in turn. */
function usableSubjects(rows: ReadonlyArray<object | undefined>): Map<string, Subject> {
  const usable = subjectsIn(rows).filter(({ standing }) => !restrictionOf(standing));
  return new Map(usable.map((subject) => [subject.person.accountId, subject]));
}

/** Those of the records that are there as they were when they were divided into steps. */
async function unchanged(engine: Engine, set: DataSet, records: readonly Addable[]): Promise<Addable[]> {
  const rows = await engine.store.getAll(records.map(({ key }) => ({ dataSet: set, key })));
  return records.filter(({ row }, at) => JSON.stringify(rows[at]) === JSON.stringify(row));
}

async function removalOf(engine: Engine, set: DataSet, state: StepState): Promise<Change[]> {
  const { installation, subjects, records, dependents } = state;
  const people = [...byPerson(set, records)].flatMap(([accountId, own]) => {
    const subject = subjects.get(accountId);
    if (!subject) throw new TypeError('a record of nobody was to be added up');
    const write = removals(engine, set, own, dependents);
    const also = [expiredLine(engine, set, subject, own.length)];
    return changesAbout(engine, subject, { write, also, result: undefined });
  });
  return [await storeOurs(engine, installation), ...people];
}

/** The total with the records added, on condition that nobody added to it meanwhile; nothing where it would overflow. */
async function totalChange(
  engine: Engine,
  { rule, records }: StepState,
  value: string,
): Promise<Change | undefined> {
  const dataSet = totalsOf(engine, rule) as DataSet<Total>;
  // A condition needs a row that is there.
  const present =
    (await engine.store.get(dataSet, value)) ??
    (await engine.store.putIfAbsent(dataSet, value, newTotal(rule, value)));
  const before = amountIn(rule, present);
  const after = before + sum(records);
  if (after > mostIn(engine, rule)) return undefined;
  const row = withAmount(rule, present, after);
  return { do: 'set', dataSet, key: value, row, expected: { version: present.version } };
}
