/** Asks for page after page to the end, each `after` the one before; a page that comes again is an error. */
export async function everyPage<Page extends { next?: string }>(
  ask: (after: { after?: string }) => Promise<Page>,
): Promise<Page[]> {
  const pages: Page[] = [];
  const seen = new Set<string>();
  let after: string | undefined;
  do {
    const page = await ask(after === undefined ? {} : { after });
    pages.push(page);
    after = page.next;
    if (after !== undefined && seen.has(after)) throw new Error('The pages go in a circle.');
    if (after !== undefined) seen.add(after);
  } while (after !== undefined);
  return pages;
}
