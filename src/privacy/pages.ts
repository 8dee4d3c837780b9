import type { DataSet, Kind } from '../storage/data-set';
import { isOf } from '../storage/kinds';
import { MOST_ROWS, type Stored } from '../storage/query';
import type { Engine, IndexedSet } from './engine';
import { Refused } from './errors';

/** Which rows: those of an index whose range lies from one end to the other, both included. */
export interface Stretch {
  index: string;
  /** Missing where the index has none. */
  partition?: ReadonlyArray<string | boolean>;
  /** The field that is the range of the index. */
  range: string;
  from: string;
  until: string;
}

/**
 * The rows of a stretch, page after page and each once, in the order of the index. A page goes on at the range of the row
 * before it and not at a cursor, so that rows which go meanwhile move nothing.
 */
export async function* pagesOf<Row extends object>(
  engine: Engine,
  set: DataSet<Row>,
  { index, partition, range, from, until }: Stretch,
): AsyncGenerator<Array<Stored<Row>>> {
  const rangeOf = ({ row }: Stored<Row>): string => String((row as Record<string, unknown>)[range]);
  let first = from;
  let limit = MOST_ROWS;
  let seen: ReadonlySet<string> = new Set();
  for (;;) {
    const rows = await engine.store.query(set, {
      index,
      ...(partition && { partition }),
      where: { between: [first, until] },
      limit,
    });
    const fresh = rows.filter(({ key }) => !seen.has(key));
    if (fresh.length > 0) yield fresh;
    const last = rows.at(-1);
    if (!last || rows.length < limit) return;
    // Where a page holds nothing but one moment, only a longer one gets past it.
    limit = rangeOf(last) === first ? limit * 2 : MOST_ROWS;
    first = rangeOf(last);
    seen = new Set(rows.filter((row) => rangeOf(row) === first).map(({ key }) => key));
  }
}

/** Before and after every value of a range, in the order of text. */
export const LOWEST = '0';
export const HIGHEST = '~';

/** The records of one person, page after page in the order of their index. */
export const pagesOfPerson = (
  engine: Engine,
  set: IndexedSet,
  accountId: string,
): AsyncGenerator<Stored[]> => {
  const { index, range } = set.found;
  return pagesOf(engine, set, { index, partition: [accountId], range, from: LOWEST, until: HIGHEST });
};

/** Whether a text is one of the places that a list gives. */
export const isPlace = (kind: Kind, text: string): boolean => isOf(kind, text);

/**
 * Checks the place after which a page of a list is to begin: a client sends it back, and may send anything.
 * @param kind what the places are that the list gives
 * @throws Refused where it is none of them
 */
export function assertPlace(kind: Kind, after: string | undefined): void {
  if (after === undefined || isPlace(kind, after)) return;
  throw new Refused('INVALID', 'refused.list-place');
}

interface Page<Item> {
  items: Item[];
  next?: string;
}

/** Rows that are read beyond a page: one for the position it begins after, one to know whether there is a next page. */
export const ROWS_BEYOND = 2;

/** Items on a page unless the request says how many. */
const STANDARD_PAGE = 50;

/** How many items a page has of which so many were asked for: what one query of Forge gives. */
export const fitting = (limit = STANDARD_PAGE): number => Math.min(limit, MOST_ROWS - ROWS_BEYOND);

/**
 * A page of at most `limit` items, from rows read up to and with the position `after` (Forge's ranges include their
 * ends) and `ROWS_BEYOND` more than the page holds.
 */
export function pageAfter<Item extends { position: string }>(
  rows: readonly Item[],
  after: string | undefined,
  limit: number,
): Page<Item> {
  const fresh = rows.filter(({ position }) => position !== after);
  const items = fresh.slice(0, limit);
  const last = items.at(-1);
  return { items, ...(fresh.length > limit && last && { next: last.position }) };
}
