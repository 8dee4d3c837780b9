export interface Page<Item> {
  items: Item[];
  next?: string;
}

/**
 * A page of at most `limit` items, from rows read up to and with the position `after` (Forge's ranges include their
 * ends) and two more than the page holds: one for that position, one to know whether there is a next page.
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
