import { engine } from '../app';
import type { ExportPage } from '../contract';
import { EXPORT_SCHEMA, exportPage } from '../privacy/access/export';
import { inForceOf, NOTICE_REFS } from '../privacy/notice/in-force';
import { noticeOf } from '../privacy/notice/notice';
import type { SubjectAndRows } from '../privacy/person/subject';

/** Read together with the person whose export begins or goes on. */
export const EXPORT_READS = NOTICE_REFS;

/** A page of what is held about a person, with the version of the notice that explains it. */
export async function exportFor(
  accountId: string,
  { subject, rows }: SubjectAndRows<typeof EXPORT_READS>,
  after: string | undefined,
): Promise<ExportPage> {
  const { version } = noticeOf(engine.store.map, inForceOf(...rows, engine.now()));
  const page = await exportPage(engine, { accountId, subject }, after);
  return { schemaVersion: EXPORT_SCHEMA, noticeVersion: version, ...page };
}
