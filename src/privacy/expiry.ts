import type { DataSet } from '../storage/data-set';
import { keyParts } from '../storage/declared';
import type { Stored } from '../storage/store';
import type { Settings } from './data-sets/settings';
import type { Engine } from './engine';
import { retentionDaysOf } from './settings';
import { addDays, FIRST_INSTANT, toInstant } from './time';

/** Records of the data set, at most `limit`, whose period has passed by the settings; none where it has no period. */
export async function expiredRecords(
  engine: Engine,
  set: DataSet,
  settings: Settings,
  limit: number,
): Promise<Stored[]> {
  const index = set.retention.days?.from;
  const days = retentionDaysOf(set, settings);
  if (index === undefined || days === undefined) return [];
  return engine.store.query(set, {
    index,
    where: { between: [FIRST_INSTANT, toInstant(addDays(engine.now(), -days))] },
    limit,
  });
}

/** The keys of records by the person they are about. */
export function byPerson(set: DataSet, rows: ReadonlyArray<{ key: string }>): Map<string, string[]> {
  const people = new Map<string, string[]>();
  for (const { key } of rows) {
    const accountId = keyParts(set, key)?.['accountId'];
    if (accountId !== undefined) people.set(accountId, [...(people.get(accountId) ?? []), key]);
  }
  return people;
}
