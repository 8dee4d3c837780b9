import type { SeenRow } from '../../storage/whole-store';
import { COHORT, type Cohort } from '../data-sets/cohort';
import { STANDING, type Standing } from '../data-sets/registration';
import type { Engine } from '../engine';
import { placeAnew } from '../person/lost-place';
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
