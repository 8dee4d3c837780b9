import type { DataSet } from '../../storage/data-set';
import type { Ref, RowsOf } from '../../storage/store';
import type { Installation } from '../data-sets/installation';
import { PERSON, standingRef, type Person, type Standing } from '../data-sets/registration';
import type { Engine } from '../engine';
import { INSTALLATION_REF } from '../installation';
import type { RowChange } from '../versioned';
import { withStandingAnew, withLiveRowAnew } from './lost-rows';

/** A person who has data here, as strictly read. */
export interface Subject {
  person: Person;
  standing: Standing;
}

/** Fields to change in a standing row; `undefined` takes one away. */
export type StandingChange = RowChange<Standing>;

/** The person, if they have data here, and what was read with them. */
export interface SubjectAndRows<Refs extends readonly Ref[] = readonly Ref[]> {
  subject: Subject | undefined;
  /** Whose store it is and in which state. */
  installation: Installation | undefined;
  /** The further records that were asked for, in their order. */
  rows: RowsOf<Refs>;
}

/** Reads a person and further records about them in one strict operation; what was lost of the two rows is made anew. */
export async function readSubject<const Refs extends readonly Ref[] = readonly []>(
  engine: Engine,
  accountId: string,
  also?: Refs,
): Promise<SubjectAndRows<Refs>> {
  const [person, standing, installation, ...rows] = await engine.store.getAll([
    { dataSet: PERSON, key: accountId },
    standingRef(accountId),
    INSTALLATION_REF,
    ...(also ?? []),
  ]);
  // All of it is read again then: others may have written about the person since.
  const lost = person ? !standing && withStandingAnew : standing && withLiveRowAnew;
  if (lost && (await lost(engine, accountId))) return readSubject(engine, accountId, also);
  const subject = person && standing ? { person, standing } : undefined;
  return { subject, installation, rows: rows as RowsOf<Refs> };
}

/** The live and the standing row of each of these people, in turn. */
export const subjectRefs = (accountIds: readonly string[]): Array<Ref<Person> | Ref<Standing>> =>
  accountIds.flatMap((accountId) => [{ dataSet: PERSON, key: accountId }, standingRef(accountId)]);

/** Those of the people who have data here, from the rows read at `subjectRefs`. */
export function subjectsIn(rows: ReadonlyArray<object | undefined>): Subject[] {
  const subjects: Subject[] = [];
  for (let at = 0; at < rows.length; at += 2) {
    const [person, standing] = rows.slice(at, at + 2) as [Person | undefined, Standing | undefined];
    if (person && standing) subjects.push({ person, standing });
  }
  return subjects;
}

/** Strictly read number of records about a person, by data set: what an export holds and an erasure removes. */
export function countsOf(engine: Engine, subject: Subject): Record<string, number> {
  const counts = engine.store.map
    .filter((set) => set.found)
    .map((set) => [set.name, recordsOf(set, subject)] as const)
    .filter(([, count]) => count > 0);
  return Object.fromEntries(counts);
}

function recordsOf(set: DataSet, subject: Subject): number {
  return set.found?.by === 'index' ? (subject.standing.counts[set.name] ?? 0) : 1;
}
