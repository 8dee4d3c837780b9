import { ownKey } from '../storage/own-key';
import type { Ref } from '../storage/store';
import { PERSON, STANDING, type Person, type Standing } from './data-sets/registration';
import type { Engine } from './engine';

/** A person who has data here, as strictly read. */
export interface Subject {
  person: Person;
  standing: Standing;
}

export interface SubjectAndRows {
  subject: Subject | undefined;
  /** The further records that were asked for, in their order. */
  rows: Array<object | undefined>;
}

/** Reads a person and further records about them in one strict operation. */
export async function readSubject(
  engine: Engine,
  accountId: string,
  also: readonly Ref[] = [],
): Promise<SubjectAndRows> {
  const [person, standing, ...rows] = await engine.store.getAll([
    { dataSet: PERSON, key: accountId },
    { dataSet: STANDING, key: ownKey(STANDING, accountId) },
    ...also,
  ]);
  const subject =
    person && standing ? { person: person as Person, standing: standing as Standing } : undefined;
  return { subject, rows };
}
