import { StorageRefusedError } from '../storage/failures';
import type { Change } from '../storage/store';
import { COHORT, MOST_MEMBERS, REGISTER, REGISTER_KEY, type Cohort, type Register } from './data-sets/cohort';
import { MARKER, type Marker } from './data-sets/marker';
import { PERSON, type Person, type Standing } from './data-sets/registration';
import { keyedDigest, randomToken } from './digest';
import type { Engine } from './engine';
import { isEnded, readJob } from './erasure/jobs';
import { pepperOf } from './pepper';
import { Refused } from './refused';
import { emptyCohort, hasMember, join } from './reporting/membership';
import { toInstant } from './time';

export interface Admission {
  person: Person;
  standing: Standing;
  /** The changes that make the registration, to be joined with the first record in one transaction. */
  changes: Change[];
}

/**
 * Prepares the registration of a person who had no live row when it was last read. Two registrations of one person
 * collide: one that began later finds the first in the cohort or as the live row, and of two that saw neither, the
 * version of the cohort row lets one win. The check of the register keeps both to the same cohort. These rows always
 * exist; nothing rests on a condition over a missing row.
 * @param causedAt when what is to be written was asked for: an erasure after that wins
 * @throws Refused where the person was or is being erased, or Atlassian closed the account;
 * StorageRefusedError where the person was registered meanwhile: read again
 */
export async function admit(engine: Engine, accountId: string, causedAt: Date): Promise<Admission> {
  const markerKey = await markerKeyOf(engine, accountId);
  const number = await openCohort(engine);
  const [marker, cohort, person] = (await engine.store.getAll([
    { dataSet: MARKER, key: markerKey },
    { dataSet: COHORT, key: number },
    { dataSet: PERSON, key: accountId },
  ])) as [Marker | undefined, Cohort | undefined, Person | undefined];
  await assertMayEnter(engine, marker, causedAt);
  if (!cohort) throw new StorageRefusedError('COHORT_MISSING');
  if (person || hasMember(cohort, accountId)) throw new StorageRefusedError('REGISTERED_MEANWHILE');
  if (cohort.size >= MOST_MEMBERS) {
    await openNextCohort(engine, number);
    return admit(engine, accountId, causedAt);
  }
  const entry = admission(
    engine.now(),
    accountId,
    number,
    join(cohort, accountId, engine.now(), marker?.erasedAt),
  );
  return marker ? { ...entry, changes: [...entry.changes, comesBack(markerKey, marker)] } : entry;
}

async function assertMayEnter(engine: Engine, marker: Marker | undefined, causedAt: Date): Promise<void> {
  if (!marker) return;
  if (marker.kind === 'closed') {
    throw new Refused('CONFLICT', 'Atlassian closed this account, so nothing can be kept about it any more.');
  }
  if (marker.erasedAt >= toInstant(causedAt)) {
    throw new Refused('CONFLICT', 'Your data was erased meanwhile, so this was not saved. Nothing was kept.');
  }
  const job = await readJob(engine, marker.job);
  // What is still being deleted could not be told apart from what is new.
  if (job && !isEnded(job)) {
    throw new Refused(
      'CONFLICT',
      'Your data is being erased. Nothing was saved; try again when that is done.',
    );
  }
}

function admission(now: Date, accountId: string, number: string, joined: Cohort): Admission {
  const at = toInstant(now);
  const person: Person = { accountId, epoch: randomToken(), token: randomToken(), registeredAt: at };
  const standing: Standing = {
    accountId,
    version: 1,
    counts: {},
    empty: true,
    changedAt: at,
    cohort: number,
  };
  return {
    person,
    standing,
    changes: [
      { do: 'check', dataSet: REGISTER, key: REGISTER_KEY, expected: { open: number } },
      { do: 'set', dataSet: PERSON, key: accountId, row: person },
      { do: 'set', dataSet: COHORT, key: number, row: joined, expected: { version: joined.version - 1 } },
    ],
  };
}

/** Collides with an erasure of the same person that is taken up again meanwhile. */
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

/** The number of the cohort that takes the next person; the very first one of an installation is made here. */
async function openCohort(engine: Engine): Promise<string> {
  const register = await engine.store.get(REGISTER, REGISTER_KEY);
  if (register) return register.open;
  const first = '1';
  await engine.store.putIfAbsent(COHORT, first, emptyCohort());
  return (await engine.store.putIfAbsent(REGISTER, REGISTER_KEY, { open: first })).open;
}

async function openNextCohort(engine: Engine, full: string): Promise<void> {
  const next: Register = { open: String(Number(full) + 1) };
  try {
    await engine.store.transact([
      { do: 'set', dataSet: REGISTER, key: REGISTER_KEY, row: next, expected: { open: full } },
      { do: 'set', dataSet: COHORT, key: next.open, row: emptyCohort() },
    ]);
  } catch (error) {
    // Someone else opened it: the register, read again, says which one is open now.
    if (!(error instanceof StorageRefusedError)) throw error;
  }
}

/** The key of a person's marker: a digest that cannot be made without the installation's secret. */
export const markerKeyOf = async (engine: Engine, accountId: string): Promise<string> =>
  keyedDigest(await pepperOf(engine), accountId);
