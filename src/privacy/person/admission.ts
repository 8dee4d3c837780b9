import { StorageRefusedError } from '../../storage/failures';
import type { Change } from '../../storage/store';
import { cohortChange, hasMember, join, makeCohortAnew } from '../cohorts';
import { COHORT, type Cohort, type Register } from '../data-sets/cohort';
import { awaitsMissed, ERASURE_JOB, isEnded } from '../data-sets/erasure-job';
import { MARKER, type Marker } from '../data-sets/marker';
import { PERSON, type Person, type Standing } from '../data-sets/registration';
import { randomToken } from '../digest';
import type { Engine } from '../engine';
import { Refused } from '../errors';
import { toInstant } from '../time';
import { markerKeyOf } from './marker';
import { cohortFor, makeRoom, openFirst, sameOpen } from './open-cohorts';

/** The registration of a person, ready to be written. */
export interface Admission {
  standing: Standing;
  /** The changes that make the registration, to be joined with the first record in one transaction. */
  changes: Change[];
}

/** Prepares one person's registration. `register` says which cohorts were open when the person was read and had no live row. */
export type Admit = (register: Register | undefined) => Promise<Admission>;

/** Collisions with others in the same cohort before more are opened. */
const MOST_COLLISIONS = 2;

/**
 * Gives the function that prepares the registration of a person. A write calls it again each time storage refuses its
 * transaction.
 *
 * Two registrations of one person collide. Which cohort takes an account follows from the open cohorts, and the transaction
 * checks that the same ones are still open: so both meet in one cohort. The later one finds the earlier in that cohort, or
 * its live row. Of two that saw neither, the version of the cohort's row lets one win. All these rows exist before, so
 * no condition is about a missing row.
 *
 * The function throws Refused if the person was erased since, is being erased, or Atlassian closed the account, and
 * StorageRefusedError if everything is to be read again.
 * @param causedAt when what is to be written was asked for: an erasure after that wins
 */
export function admitting(engine: Engine, accountId: string, causedAt: Date): Admit {
  let markerKey: string | undefined;
  const isCrowded = watchCollisions();
  return async (read) => {
    markerKey ??= await markerKeyOf(engine, accountId);
    const register = read ?? (await openFirst(engine));
    const number = cohortFor(register, accountId);
    // Read after the register: a registration from before its present version shows here.
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

/** Tells whether others were faster in the same cohort so often, since the open ones last changed, that it is crowded. */
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

/**
 * Refuses to register somebody whose account Atlassian closed, who was erased after this was asked for, or whose erasure has
 * not ended. Anybody else who was erased may come back.
 * @throws Refused
 */
async function assertMayRegister(engine: Engine, marker: Marker | undefined, causedAt: Date): Promise<void> {
  if (!marker) return;
  if (marker.kind === 'closed') {
    throw new Refused('CONFLICT', 'refused.account-closed');
  }
  if (marker.erasedAt >= toInstant(causedAt)) {
    throw new Refused('CONFLICT', 'refused.deleted-meanwhile');
  }
  const job = await engine.store.get(ERASURE_JOB, marker.job);
  // New records could not be told apart from those still to be deleted.
  if (job && !isEnded(job)) {
    throw new Refused('CONFLICT', 'refused.deleting');
  }
  if (job && awaitsMissed(job)) {
    throw new Refused('CONFLICT', 'refused.deleted-with-missing');
  }
}

/** Counts in the marker that the person is back. If their erasure resumes at that moment, storage refuses one of the two. */
function comesBack(key: string, marker: Marker): Change {
  const { job, returns } = marker;
  return {
    do: 'set',
    dataSet: MARKER,
    key,
    row: { ...marker, returns: returns + 1 },
    expected: { job, returns },
  };
}
