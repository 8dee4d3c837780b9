import type { DataSet, FoundByToken } from '../../storage/data-set';
import { fieldsByName } from '../../storage/fields';
import { isOf } from '../../storage/kinds';
import { Refused } from '../errors';

/** Where a page of an export begins: at which data set, and after which range key of it. */
export interface Place {
  sets: readonly DataSet[];
  at: number;
  set: DataSet;
  after?: string;
}

/** The beginning, or the place that a text gives which came with the page before. @throws Refused where it is none */
export function placeOf(sets: readonly DataSet[], text: string | undefined): Place | undefined {
  if (text === undefined) return placeAt(sets, 0);
  const [, number, after] = /^(\d{1,2})~(.*)$/.exec(text) ?? [];
  const place = placeAt(sets, Number(number));
  if (!place) throw notAPlace();
  if (after === undefined || after === '') return place;
  if (!isRangeOf(place.set, after)) throw notAPlace();
  return { ...place, after };
}

export const nextSet = ({ sets, at }: Place): Place | undefined => placeAt(sets, at + 1);

export const textOf = ({ at, after }: Place): string => `${at}~${after ?? ''}`;

function placeAt(sets: readonly DataSet[], at: number): Place | undefined {
  const set = sets[at];
  return set && { sets, at, set };
}

/** The index by which a person's records are found, where there can be many of them. */
export const indexOf = (set: DataSet): FoundByToken | undefined =>
  set.found?.by === 'index' ? set.found : set.foundByToken;

function isRangeOf(set: DataSet, value: string): boolean {
  const index = indexOf(set);
  const field = index && fieldsByName(set)[index.range];
  return field !== undefined && isOf(field.value, value, new Set());
}

const notAPlace = (): Refused =>
  new Refused('INVALID', 'The export cannot go on from there. Nothing was changed; begin it again.');
