import type { PersonRow } from '../../contract';
import type { Kind } from '../../storage/data-set';
import { PERSON, STANDING, standingRef, type Person, type Standing } from '../data-sets/registration';
import type { Engine } from '../engine';
import { sha256 } from '../digest';
import { assertPlace } from '../pages';
import { withStandingAnew } from './lost-rows';
import { restrictionOf } from './grounds';

/** A person who has data here, with how much: that is for reasons that are written down. */
export type ListedPerson = PersonRow & { records: Record<string, number> };

/** The places of the list are keys of standing rows. */
const PLACE: Kind = { kind: 'joined', of: STANDING.key.map(([, kind]) => kind) };

/**
 * People who have data, in the order of their account IDs.
 * @throws Refused where `after` is not the place of somebody
 */
export async function listPeople(
  engine: Engine,
  after: string | undefined,
  limit: number,
): Promise<{ people: ListedPerson[]; next?: string }> {
  assertPlace(PLACE, after);
  const rows = await engine.store.query(STANDING, {
    index: 'by-key',
    ...(after !== undefined && { where: { above: after } }),
    limit,
  });
  const people = await withRegistrations(
    engine,
    rows.map(({ row }) => row),
  );
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return { people, ...(last && { next: last.key }) };
}

/** Those of the accounts that have data here, strictly read. */
export async function findPeople(engine: Engine, accountIds: readonly string[]): Promise<ListedPerson[]> {
  const rows = await engine.store.getAll(accountIds.map(standingRef));
  const without = accountIds.filter((_, at) => rows[at] === undefined);
  const standings = rows.filter((row) => row !== undefined);
  return withRegistrations(engine, [...standings, ...(await standingsAnew(engine, without))]);
}

/** Those of whom there is a live row all the same: their standing row was lost. */
async function standingsAnew(engine: Engine, accountIds: readonly string[]): Promise<Standing[]> {
  const live = await engine.store.present(accountIds.map((key) => ({ dataSet: PERSON, key })));
  const standings: Standing[] = [];
  for (const { key } of live) {
    const subject = await withStandingAnew(engine, key);
    if (subject) standings.push(subject.standing);
  }
  return standings;
}

/** A row of a list may be late: whoever has no live row any more is left out. */
async function withRegistrations(engine: Engine, standings: readonly Standing[]): Promise<ListedPerson[]> {
  const people = await engine.store.getAll(
    standings.map(({ accountId }) => ({ dataSet: PERSON, key: accountId })),
  );
  return standings.flatMap((standing, at) => {
    const person = people[at];
    return person ? [toRow(standing, person)] : [];
  });
}

/**
 * Hexadecimal digits: enough for no two people of a site to have the same. A handle is not made of the token, which stands
 * in the audit log and is to lead to nobody from there.
 */
const HANDLE_LENGTH = 20;

function toRow(standing: Standing, { registeredAt, epoch }: Person): ListedPerson {
  const restriction = restrictionOf(standing);
  return {
    accountId: standing.accountId,
    handle: sha256(`handle ${epoch}`).slice(0, HANDLE_LENGTH),
    records: standing.counts,
    registeredAt,
    restricted: restriction !== undefined,
    ...(restriction && { restriction }),
  };
}
