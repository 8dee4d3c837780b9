import type { Anonymise, DataSet } from '../../storage/data-set';
import { isStorageFailure } from '../../storage/failures';
import type { Stored } from '../../storage/query';
import type { Change, Ref } from '../../storage/store';
import type { Installation } from '../data-sets/installation';
import type { Engine } from '../engine';
import { INSTALLATION_REF, storeOurs } from '../installation';
import { persistently } from '../persistently';
import { removals } from '../person/remove-records';
import { restrictionOf, type Subject } from '../person/standing';
import { subjectRefs, subjectsIn } from '../person/subject';
import { changesAbout } from '../person/write';
import { SETTINGS_REF, settingsOf } from '../settings/settings';
import { byPerson, expiredLine } from './expiry';
import { isMixed, sum } from './groups';
import type { Addable, Step } from './steps';
import { addingUp, amountIn, mostIn, newTotal, totalsOf, withAmount, type Total } from './totals';

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
