import type { Change } from '../../storage/store';
import { cohortChange, everyCohort, hasMember, join, makeCohortAnew } from '../cohorts';
import { COHORT, type Cohort } from '../data-sets/cohort';
import { PERSON, standingRef, type Standing, type Person } from '../data-sets/registration';
import { randomToken } from '../digest';
import { indexedSets, type Engine } from '../engine';
import { INSTALLATION_REF, storeOpen } from '../installation';
import { pagesOfPerson } from '../pages';
import { persistently } from '../persistently';
import { toInstant } from '../time';
import { readMarker } from './marker';
import { cohortFor, makeRoom, openFirst, REGISTER_REF } from './open-cohorts';

/** A person whose two rows are there. */
interface BothRows {
  person: Person;
  standing: Standing;
}

/**
 * Makes the standing row of somebody anew whose live row is there without it, as a restored backup may leave it: else
 * nothing of theirs could be shown, changed or erased. Records are counted where they are; what they chose is not known
 * any more. Of two who do so at once, and an erasure or a registration at that moment, one wins: the transaction rests on
 * the live row and moves the person's cohort on.
 * @returns the person as they are then; nothing where they are gone
 */
export const withStandingAnew = (engine: Engine, accountId: string): Promise<BothRows | undefined> =>
  persistently(engine, async () => {
    const [person, present, installation] = await readHalves(engine, accountId);
    if (!person) return undefined;
    if (present) return { person, standing: present };
    const { number, row } = await cohortWithRoom(engine, accountId);
    const standing = standingOf(engine, accountId, number, await countRecords(engine, accountId));
    await engine.store.transact([
      await storeOpen(engine, installation),
      { do: 'check', dataSet: PERSON, key: accountId, expected: { epoch: person.epoch } },
      cohortChange(number, row),
      standingSet(standing),
    ]);
    engine.log('standing-made-anew');
    return { person, standing };
  });

/** The two rows of somebody, of which one may be lost, and whose store it is. */
export const readHalves = (engine: Engine, accountId: string) =>
  engine.store.getAll([{ dataSet: PERSON, key: accountId }, standingRef(accountId), INSTALLATION_REF]);

const standingSet = (row: Standing): Change => ({
  do: 'set',
  ...standingRef(row.accountId),
  row,
  expected: 'guarded',
});

function standingOf(
  engine: Engine,
  accountId: string,
  cohort: string,
  counts: Record<string, number>,
): Standing {
  const empty = Object.keys(counts).length === 0;
  return { accountId, version: 1, counts, empty, changedAt: toInstant(engine.now()), cohort };
}

/** The cohort in which they stand, or else one that takes people, with them in it: the next version of its row. */
async function cohortWithRoom(engine: Engine, accountId: string): Promise<{ number: string; row: Cohort }> {
  for await (const { key, cohort } of everyCohort(engine)) {
    if (!hasMember(cohort, accountId)) continue;
    return { number: key, row: { ...cohort, version: cohort.version + 1 } };
  }
  return openPlace(engine, accountId);
}

/** An open cohort with somebody in it who stands in none: the next version of its row. */
export async function openPlace(engine: Engine, accountId: string): Promise<{ number: string; row: Cohort }> {
  const { dataSet, key } = REGISTER_REF;
  const register = (await engine.store.get(dataSet, key)) ?? (await openFirst(engine));
  const number = cohortFor(register, accountId);
  const cohort = (await engine.store.get(COHORT, number)) ?? (await makeCohortAnew(engine, number));
  await makeRoom(engine, register, { number, cohort, isCrowded: false });
  return { number, row: join(cohort, accountId, engine.now()) };
}

/** How many records of each data set are there, strictly read; an index may list some of them late. */
async function countRecords(engine: Engine, accountId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const set of indexedSets(engine)) {
    for await (const page of pagesOfPerson(engine, set, accountId)) {
      const there = await engine.store.present(page.map(({ key }) => ({ dataSet: set, key })));
      if (there.length > 0) counts[set.name] = (counts[set.name] ?? 0) + there.length;
    }
  }
  return counts;
}

/**
 * Makes the live row of somebody anew whose standing row is there without it, as a restored backup may leave it: else what
 * is kept about them could neither be seen nor erased. An erasure deletes both in one transaction, so it leaves no such
 * row. Of two who do so at once one wins: the transaction moves the standing row and the cohort on. No line of the
 * audit log from before leads to them any longer.
 * @returns the person as they are then; nothing where they are gone, or a marker says that they were erased since
 */
export const withLiveRowAnew = (engine: Engine, accountId: string): Promise<BothRows | undefined> =>
  persistently(engine, async () => {
    const [person, standing, installation] = await readHalves(engine, accountId);
    if (!standing) return undefined;
    if (person) return { person, standing };
    const { number, row } = await cohortWithRoom(engine, accountId);
    // Read after the cohort: an earlier erasure shows here, and a later one changes the cohort's version.
    if (await wasErasedSince(engine, standing)) return undefined;
    const anew = personAnew(standing);
    const next: Standing = { ...standing, version: standing.version + 1, cohort: number };
    await engine.store.transact([
      await storeOpen(engine, installation),
      { do: 'set', dataSet: PERSON, key: accountId, row: anew, expected: 'guarded' },
      {
        do: 'set',
        ...standingRef(accountId),
        row: next,
        expected: { version: standing.version },
      },
      cohortChange(number, row),
    ]);
    engine.log('live-row-made-anew');
    return { person: anew, standing: next };
  });

/** When they registered is lost, too: it was no later than the last write about them. */
const personAnew = ({ accountId, changedAt }: Standing): Person => ({
  accountId,
  epoch: randomToken(),
  token: randomToken(),
  registeredAt: changedAt,
});

/** A marker of an earlier stay says nothing of what was written after it. */
async function wasErasedSince(engine: Engine, { accountId, changedAt }: Standing): Promise<boolean> {
  const marker = await readMarker(engine, accountId);
  return marker !== undefined && (marker.kind === 'closed' || marker.erasedAt >= changedAt);
}
