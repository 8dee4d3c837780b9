import type { ExportPage } from '../contract';
import { engine } from '../app';
import { EXPORT_SCHEMA, exportPage } from '../privacy/access/export';
import { noticeOf } from '../privacy/notice/notice';
import { SETTINGS_REF, settingsOf } from '../privacy/settings';
import type { SubjectAndRows } from '../privacy/person/subject';

/** Read together with the person whose export begins or goes on. */
export const EXPORT_READS = [SETTINGS_REF];

/** A page of what is held about a person, with the version of the notice that explains it. */
export async function exportFor(
  accountId: string,
  { subject, rows }: SubjectAndRows,
  after: string | undefined,
): Promise<ExportPage> {
  const { version } = noticeOf(engine.store.map, settingsOf(rows[0]));
  const page = await exportPage(engine, { accountId, subject }, after);
  return { schemaVersion: EXPORT_SCHEMA, noticeVersion: version, ...page };
}
