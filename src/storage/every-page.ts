/** Asks for a page of a query: the first, or that which a cursor leads to. */
export type AskPage<Item> = (
  cursor: string | undefined,
) => Promise<{ results: Item[]; nextCursor?: string | undefined }>;

/** A query page after page. Only an absent cursor is its end: Forge may cut a page short, to nothing even. */
export async function* everyPage<Item>(ask: AskPage<Item>): AsyncGenerator<Item[]> {
  let cursor: string | undefined;
  do {
    const page = await ask(cursor);
    yield page.results;
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}
