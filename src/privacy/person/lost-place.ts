import { ownKey } from '../../storage/own-key';
import { cohortChange, hasMember } from '../cohorts';
import { COHORT } from '../data-sets/cohort';
import { STANDING, type Standing } from '../data-sets/registration';
import type { Engine } from '../engine';
import { storeOpen } from '../installation';
import { persistently } from '../persistently';
import { openPlace, readHalves } from './lost-standing';
import { fence } from './write';

/**
 * Puts those into an open cohort who do not stand in the one that their standing row names, as where a restored backup
 * lacks that cohort: else Atlassian is not told of them. What a list shows is read again strictly.
 */
export async function placeAnew(engine: Engine, standings: readonly Standing[]): Promise<void> {
  const cohorts = await engine.store.getAll(standings.map(({ cohort: key }) => ({ dataSet: COHORT, key })));
  for (const [at, { accountId }] of standings.entries()) {
    const cohort = cohorts[at];
    if (!cohort || !hasMember(cohort, accountId)) await placeOne(engine, accountId);
  }
}

/** Whoever moves or erases them meanwhile moves the standing row on, and so collides. */
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
        dataSet: STANDING,
        key: ownKey(STANDING, accountId),
        row: { ...standing, version: standing.version + 1, cohort: number },
        expected: { version: standing.version },
      },
      cohortChange(number, row),
    ]);
    engine.log('person-placed-anew');
  });
