import { ownKey } from '../../storage/own-key';
import type { Stored } from '../../storage/query';
import { PERSON, STANDING, type Standing } from '../data-sets/registration';
import type { Engine } from '../engine';
import { pagesOf } from '../pages';
import type { Hint } from '../person/standing';
import { FIRST_INSTANT } from '../time';

/** A person who is held and of whom something was said, with when that was. */
interface Hinted {
  accountId: string;
  at: string;
  standing: Standing;
}

/** Those of whom it was said, longest first. */
export async function hintedRows(engine: Engine, hint: Hint, limit: number): Promise<Hinted[]> {
  return strictly(engine, hint, await engine.store.query(STANDING, { index: hint, limit }));
}

/** All of whom it was said before an instant and from another on, longest first, however many of them there are. */
export async function* hintedBefore(
  engine: Engine,
  hint: Hint,
  before: string,
  from: string = FIRST_INSTANT,
): AsyncGenerator<Hinted> {
  const stretch = { index: hint, range: hint, from, until: before };
  for await (const page of pagesOf(engine, STANDING, stretch)) {
    for (const hinted of await strictly(engine, hint, page)) {
      if (hinted.at < before) yield hinted;
    }
  }
}

/** Rows of the index may be late: each is read again. */
async function strictly(
  engine: Engine,
  hint: Hint,
  listed: ReadonlyArray<Stored<Standing>>,
): Promise<Hinted[]> {
  const standings = await standingsOf(
    engine,
    listed.map(({ row }) => row.accountId),
  );
  return [...standings.values()].flatMap((standing) => {
    const at = standing[hint];
    return at === undefined ? [] : [{ accountId: standing.accountId, at, standing }];
  });
}

/** The standing rows of those of the accounts that have data here, strictly read, in their order. */
export async function standingsOf(
  engine: Engine,
  accountIds: readonly string[],
): Promise<Map<string, Standing>> {
  const people = await engine.store.getAll(accountIds.map((key) => ({ dataSet: PERSON, key })));
  const rows = await engine.store.getAll(
    accountIds.map((accountId) => ({ dataSet: STANDING, key: ownKey(STANDING, accountId) })),
  );
  return new Map(
    rows.flatMap((standing, at) => (standing && people[at] ? [[standing.accountId, standing] as const] : [])),
  );
}
