import { isPlainObject } from '../../storage/kinds';
import { seal, unseal } from '../sealing';

const PURPOSE = 'scan-place';

/** Where a pass stands, and what it has seen so far. */
export interface ScanPlace {
  /** The first data set that lies in the entity. */
  dataSet: string;
  /** The last key in Forge's storage that was looked at; from the beginning of the entity where there is none. */
  after?: string;
  rows: number;
  leftovers: number;
  undeclared: number;
  /** Standing rows less the places in cohorts that were seen: above zero, somebody may stand in no cohort. */
  withoutPlace: number;
  /** That this is looked into: it costs the cohort of each person. */
  placesAnew?: true;
}

export const sealPlace = (pepper: string, place: ScanPlace): string => seal(pepper, PURPOSE, place);

/** Nothing where there is none, or it cannot be read any more: then the data set is begun again. */
export function unsealPlace(pepper: string, sealed: string | undefined): ScanPlace | undefined {
  const place = sealed === undefined ? undefined : unseal(pepper, PURPOSE, sealed);
  // Nobody but this app can seal: what opens is what it sealed.
  return isPlainObject(place) ? (place as unknown as ScanPlace) : undefined;
}
