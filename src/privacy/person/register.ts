import { StorageRefusedError } from '../../storage/failures';
import type { Change } from '../../storage/store';
import { cohortChange, hasMember, join, makeCohortAnew } from '../cohorts';
import { COHORT, MOST_MEMBERS, type Cohort, type Register } from '../data-sets/cohort';
import { MARKER } from '../data-sets/marker';
import { PERSON, type Person, type Standing } from '../data-sets/registration';
import { randomToken } from '../digest';
import type { Engine } from '../engine';
import { toInstant } from '../time';
import { assertMayRegister, comesBack } from './admission';
import { markerKeyOf } from './marker';
import { cohortFor, mayOpenMore, openFirst, openInstead, openMore, sameOpen } from './open-cohorts';

export interface Admission {
  standing: Standing;
  /** The changes that make the registration, to be joined with the first record in one transaction. */
  changes: Change[];
}

/** Prepares one person's registration. `register` says which cohorts were open when the person was read and had no live row. */
export type Admit = (register: Register | undefined) => Promise<Admission>;

/** So often somebody else is faster in the same cohort, until more are opened. */
const MOST_COLLISIONS = 2;

/**
 * Gives the function that prepares the registration of a person; a write calls it once more each time that its transaction
 * was refused.
 *
 * Two registrations of one person collide. Which cohort takes an account follows from the open cohorts, and the transaction
 * checks that the same ones are still open: so both meet in one cohort. The later one finds the earlier in that cohort, or
 * its live row. Of two that saw neither, the version of the cohort's row lets one win. All these rows exist before: nothing
 * rests on a condition over a missing row.
 *
 * The function throws Refused where the person was erased since, is being erased, or Atlassian closed the account; and
 * StorageRefusedError where everything is to be read again.
 * @param causedAt when what is to be written was asked for: an erasure after that wins
 */
export function admitting(engine: Engine, accountId: string, causedAt: Date): Admit {
  let markerKey: string | undefined;
  const isCrowded = watchCollisions();
  return async (read) => {
    markerKey ??= await markerKeyOf(engine, accountId);
    const register = read ?? (await openFirst(engine));
    const number = cohortFor(register, accountId);
    // After the register: who registered before it was as it is now is seen here.
    const [marker, cohort, person] = await engine.store.getAll([
      { dataSet: MARKER, key: markerKey },
      { dataSet: COHORT, key: number },
      { dataSet: PERSON, key: accountId },
    ]);
    await assertMayRegister(engine, marker, causedAt);
    if (!cohort) return makeCohortAnew(engine, number);
    if (person || hasMember(cohort, accountId)) throw new StorageRefusedError('REGISTERED_MEANWHILE');
    await makeRoom(engine, register, { number, cohort, isCrowded: isCrowded(register, cohort) });
    const entry = admission(engine.now(), accountId, number);
    const joined = join(cohort, accountId, engine.now(), marker?.erasedAt);
    const back = marker ? [comesBack(markerKey, marker)] : [];
    return {
      ...entry,
      changes: [sameOpen(register), ...entry.changes, cohortChange(number, joined), ...back],
    };
  };
}

/** Opens further cohorts where this one is full or many meet in it; then everything is to be read again. */
export async function makeRoom(
  engine: Engine,
  register: Register,
  { number, cohort, isCrowded }: { number: string; cohort: Cohort; isCrowded: boolean },
): Promise<void> {
  if (cohort.size >= MOST_MEMBERS) await openInstead(engine, register, number);
  else if (isCrowded && mayOpenMore(register)) await openMore(engine, register);
  else return;
  throw new StorageRefusedError('OTHERS_ARE_OPEN');
}

/** Tells whether others were faster in the same cohort as often as is borne, since the open ones last changed. */
function watchCollisions(): (register: Register, cohort: Cohort) => boolean {
  let before: { register: number | undefined; cohort: number } | undefined;
  let collisions = 0;
  return ({ version: register }, { version: cohort }) => {
    const isSame = before !== undefined && before.register === register;
    collisions = isSame ? collisions + Number(before?.cohort !== cohort) : 0;
    before = { register, cohort };
    return collisions >= MOST_COLLISIONS;
  };
}

function admission(now: Date, accountId: string, cohort: string): Admission {
  const at = toInstant(now);
  const person: Person = { accountId, epoch: randomToken(), token: randomToken(), registeredAt: at };
  const standing: Standing = { accountId, version: 1, counts: {}, empty: true, changedAt: at, cohort };
  return {
    standing,
    changes: [{ do: 'set', dataSet: PERSON, key: accountId, row: person, expected: 'guarded' }],
  };
}
