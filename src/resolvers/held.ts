import type { ExportPage, Notice } from '../contract';
import { engine } from '../app';
import { EXPORT_SCHEMA, exportPage } from '../privacy/access/export';
import { noticeOf } from '../privacy/notice/notice';
import { readSettings } from '../privacy/settings';
import { together } from '../storage/together';

/** The notice as it is under the settings in force. */
export const currentNotice = async (): Promise<Notice> =>
  noticeOf(engine.store.map, await readSettings(engine));

/** A page of what is held about a person, with the version of the notice that explains it. */
export async function exportFor(accountId: string, after: string | undefined): Promise<ExportPage> {
  const [{ version }, page] = await together([currentNotice(), exportPage(engine, accountId, after)]);
  return { schemaVersion: EXPORT_SCHEMA, noticeVersion: version, ...page };
}
