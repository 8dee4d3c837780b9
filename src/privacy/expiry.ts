import type { DataSet } from '../storage/data-set';
import { keyParts } from '../storage/declared';
import type { Change, Stored } from '../storage/store';
import { auditChange } from './audit';
import type { Settings } from './data-sets/settings';
import type { Engine } from './engine';
import { groupedBy } from './grouped';
import { retentionDaysOf } from './settings';
import type { Subject } from './subjects';
import { addDays, FIRST_INSTANT, toInstant } from './time';

/** The field of a record that its period counts from, and the last instant whose records have been kept for it. */
export interface Expiry {
  from: string;
  until: string;
}

/** Which records of the data set have been kept for their period by the settings; nothing where it has no period. */
export function expiryOf(engine: Engine, set: DataSet, settings: Settings): Expiry | undefined {
  const from = set.retention.days?.from;
  const days = retentionDaysOf(set, settings);
  if (from === undefined || days === undefined) return undefined;
  return { from, until: toInstant(addDays(engine.now(), -days)) };
}

/** Records of the data set, at most `limit`, whose period has passed by the settings; none where it has no period. */
export async function expiredRecords(
  engine: Engine,
  set: DataSet,
  settings: Settings,
  limit: number,
): Promise<Stored[]> {
  const expiry = expiryOf(engine, set, settings);
  if (!expiry) return [];
  const { from, until } = expiry;
  return engine.store.query(set, { index: from, where: { between: [FIRST_INSTANT, until] }, limit });
}

/** Whom a record is about, by its key. */
export const personOf = (set: DataSet, key: string): string | undefined => keyParts(set, key)?.['accountId'];

/** Records by the person they are about. */
export const byPerson = <Record extends { key: string }>(
  set: DataSet,
  records: readonly Record[],
): Map<string, Record[]> => groupedBy(records, ({ key }) => personOf(set, key));

/** The line of the audit log that says how many records of a person went with their period. */
export const expiredLine = (engine: Engine, set: DataSet, { person }: Subject, records: number): Change =>
  auditChange(engine.now(), {
    event: 'entries-expired',
    role: 'system',
    subject: person.token,
    records: { [set.name]: records },
  });
