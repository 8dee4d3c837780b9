import type { AffectedAccount } from '../../contract';
import type { Engine } from '../engine';
import { isErasurePlace, listBeingErased } from '../erasure/list';
import { listPeople } from '../person/people';

/**
 * Everybody about whom records are kept, for whoever has to tell them of an incident: people who have data here, in the
 * order of their account IDs, then those whose erasure has not ended. Somebody whose erasure begins between two pages may
 * come twice.
 * @throws Refused where `after` is not the place of somebody
 */
export async function listAffected(
  engine: Engine,
  after: string | undefined,
  limit: number,
): Promise<{ accounts: AffectedAccount[]; next?: string }> {
  const atErasures = after !== undefined && isErasurePlace(after);
  const { people, next } = atErasures ? { people: [] } : await listPeople(engine, after, limit);
  const accounts = people.map(({ accountId, registeredAt, records }): AffectedAccount => ({
    accountId,
    registeredAt,
    records,
  }));
  if (next !== undefined) return { accounts, next };
  // A last page of people has room left.
  const erased = await listBeingErased(engine, atErasures ? after : undefined, limit - accounts.length);
  const beingErased = erased.people.map((one): AffectedAccount => ({ ...one, beingErased: true }));
  return {
    accounts: [...accounts, ...beingErased],
    ...(erased.next !== undefined && { next: erased.next }),
  };
}
