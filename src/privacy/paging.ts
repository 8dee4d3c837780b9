import { MOST_ROWS } from '../storage/query';

export interface Page<Item> {
  items: Item[];
  next?: string;
}

/** Rows that are read beyond a page: one for the position it begins after, one to know whether there is a next page. */
export const ROWS_BEYOND = 2;

/** How many items a page has of which so many were asked for: what one query of Forge gives. */
export const fitting = (limit: number): number => Math.min(limit, MOST_ROWS - ROWS_BEYOND);

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
