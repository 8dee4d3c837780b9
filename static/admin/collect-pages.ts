import { failure, isFailure, type Failure } from '../shared/call';
import { t } from '../shared/words/words';

/** Every row of a list, page after page, as far as it is told; all of them or a failure, never a part. */
export async function collectPages<Page extends { next?: string }, Row>(
  fetchPage: (after: string | undefined) => Promise<Page | Failure>,
  rowsOf: (page: Page) => readonly Row[],
  onProgress: (rows: number) => void,
): Promise<Row[] | Failure> {
  const rows: Row[] = [];
  let after: string | undefined;
  do {
    const page = await fetchPage(after);
    if (isFailure(page)) return page;
    if (page.next !== undefined && page.next === after) return failure(t('admin.list-not-read'));
    rows.push(...rowsOf(page));
    onProgress(rows.length);
    after = page.next;
  } while (after !== undefined);
  return rows;
}
