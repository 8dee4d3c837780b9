import type { SeenRow } from '../../storage/whole-store';
import { cohortChange, hasMember } from '../cohorts';
import { COHORT, type Cohort } from '../data-sets/cohort';
import { STANDING, standingRef, type Standing } from '../data-sets/registration';
import type { Engine } from '../engine';
import { storeOpen } from '../installation';
import { persistently } from '../persistently';
import { openPlace, readHalves } from '../person/lost-rows';
import { fence } from '../person/write';
import type { ScanPlace } from './place';

/** Counts people and their places in cohorts; where people may have none, those of these rows are given one. */
export async function lookAtPlaces(
  engine: Engine,
  rows: readonly SeenRow[],
  place: ScanPlace,
): Promise<void> {
  for (const { dataSet, value } of rows) {
    if (dataSet.name === STANDING.name) place.withoutPlace += 1;
    if (dataSet.name === COHORT.name) place.withoutPlace -= (value as Cohort).size;
  }
  if (place.placesAnew && rows[0]?.dataSet.name === STANDING.name)
    await placeAnew(
      engine,
      rows.map(({ value }) => value as Standing),
    );
}

/** Once in a pass: who registers or is erased meanwhile makes a difference, too. */
export const mayLackPlaces = ({ withoutPlace, placesAnew }: ScanPlace): boolean =>
  withoutPlace > 0 && placesAnew === undefined;

/**
 * Puts people into an open cohort if the one that their standing row names does not have them, for example because a restored
 * backup lacks it: otherwise Atlassian would not be told of them. Each is read again strictly.
 */
async function placeAnew(engine: Engine, standings: readonly Standing[]): Promise<void> {
  const cohorts = await engine.store.getAll(standings.map(({ cohort: key }) => ({ dataSet: COHORT, key })));
  for (const [at, { accountId }] of standings.entries()) {
    const cohort = cohorts[at];
    if (!cohort || !hasMember(cohort, accountId)) await placeOne(engine, accountId);
  }
}

/** A move or an erasure at the same time changes the version of the standing row, and so collides. */
const placeOne = (engine: Engine, accountId: string): Promise<void> =>
  persistently(engine, async () => {
    const [person, standing, installation] = await readHalves(engine, accountId);
    if (!person || !standing) return;
    const present = await engine.store.get(COHORT, standing.cohort);
    if (present && hasMember(present, accountId)) return;
    const { number, row } = await openPlace(engine, accountId);
    await engine.store.transact([
      await storeOpen(engine, installation),
      ...fence({ person, standing }),
      {
        do: 'set',
        ...standingRef(accountId),
        row: { ...standing, version: standing.version + 1, cohort: number },
        expected: { version: standing.version },
      },
      cohortChange(number, row),
    ]);
    engine.log('person-placed-anew');
  });
