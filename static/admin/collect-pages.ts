import { failure, isFailure, type Failure } from '../shared/call';
import { t } from '../shared/words/words';

/**
 * Every row of a list, page after page, as far as it is told; all of them or a failure, never a part. Each comes once, as it
 * stood when it was read last: it may be on two pages while an index is late.
 */
export async function collectPages<Page extends { next?: string }, Row>(
  fetchPage: (after: string | undefined) => Promise<Page | Failure>,
  rowsOf: (page: Page) => readonly Row[],
  idOf: (row: Row) => string,
  onProgress: (rows: number) => void,
): Promise<Row[] | Failure> {
  const rows = new Map<string, Row>();
  let after: string | undefined;
  do {
    const page = await fetchPage(after);
    if (isFailure(page)) return page;
    if (page.next !== undefined && page.next === after) return failure(t('admin.list-not-read'));
    for (const row of rowsOf(page)) rows.set(idOf(row), row);
    onProgress(rows.size);
    after = page.next;
  } while (after !== undefined);
  return [...rows.values()];
}
