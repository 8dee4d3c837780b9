import { ownKey } from '../storage/own-key';
import { PERSON, STANDING, type Standing } from './data-sets/registration';
import type { Engine } from './engine';

/** What somebody else said of an account, which is no proof: the field of the standing row that holds when. */
export type Hint = 'removedAt' | 'announcedAt';

/** A person who is held and of whom something was said, with when that was. */
export interface Hinted {
  accountId: string;
  at: string;
  standing: Standing;
}

/** Those of whom it was said, longest first. Rows of the index may be late: each is read again strictly. */
export async function hintedRows(
  engine: Engine,
  hint: Hint,
  limit: number,
  before?: string,
): Promise<Hinted[]> {
  const listed = await engine.store.query(STANDING, {
    index: hint,
    ...(before !== undefined && { where: { below: before } }),
    limit,
  });
  const keys = listed.map(({ row }) => row.accountId);
  const people = await engine.store.getAll(keys.map((key) => ({ dataSet: PERSON, key })));
  const rows = (await engine.store.getAll(
    keys.map((accountId) => ({ dataSet: STANDING, key: ownKey(STANDING, accountId) })),
  )) as Array<Standing | undefined>;
  return rows.flatMap((standing, row) => {
    const at = standing?.[hint];
    return standing && at !== undefined && people[row]
      ? [{ accountId: standing.accountId, at, standing }]
      : [];
  });
}
