import type { AccountId } from '../../../src/contract';
import { dayOf } from '../dates';
import { nameOfPersons } from '../file-names';
import { lookUpIssues, type Issue } from '../issues';
import { findAll, type Found } from '../look-up';
import { lookUpPeople, personLabel } from '../people';
import type { Viewer } from '../viewer';
import type { ExportedNotice, GivenData, NamedWorkItem } from './exported-data';
import { exportedNotice } from './exported-notice';
import { pack } from './pack';
import type { Reader } from './reader';

export interface ExportFile {
  name: string;
  content: Uint8Array<ArrayBuffer>;
}

const WORK_ITEMS_A_CALL = 100;

/** The ZIP for whoever exports, with what Jira tells them of the person and the work items. */
export async function makeFile(given: GivenData, viewer: Viewer, signal: AbortSignal): Promise<ExportFile> {
  const { subject, range, exportedAt } = given;
  const { accountId } = subject;
  const isOwn = accountId === viewer.accountId;
  const reader: Reader = {
    ...viewer,
    isOwn,
    subject: await nameOf(accountId),
    workItems: await findAll(lookUpIssues, workItemsIn(given), WORK_ITEMS_A_CALL, signal),
  };
  const notice = await noticeFor(given, viewer);
  const data = { ...given, notice, site: viewer.siteUrl, workItems: namedIn(reader.workItems) };
  const day = dayOf(new Date(exportedAt), viewer.timeZone);
  const what = range.entries === 'all' ? 'data' : 'data-part';
  const name = `${nameOfPersons(what, isOwn ? undefined : accountId, day)}.zip`;
  return { name, content: await pack(data, reader, signal) };
}

/** The notice with what Jira tells whoever exports of the organisation's own page. */
async function noticeFor({ notice }: GivenData, { siteUrl }: Viewer): Promise<ExportedNotice> {
  const { controllerPage } = notice;
  if (controllerPage === undefined) return exportedNotice(notice, undefined, siteUrl);
  const found = await lookUpIssues([controllerPage]);
  return exportedNotice(notice, found.get(controllerPage), siteUrl);
}

async function nameOf(accountId: AccountId): Promise<string> {
  return personLabel((await lookUpPeople([accountId])).get(accountId), accountId);
}

const namedIn = (found: ReadonlyMap<string, Found<Issue>>): NamedWorkItem[] =>
  [...found.values()].flatMap((one) =>
    one.state === 'known' ? [{ id: one.value.id, key: one.value.key, title: one.value.summary }] : [],
  );

function workItemsIn({ dataSets }: GivenData): string[] {
  const ids = new Set<string>();
  for (const { columns, records } of dataSets) {
    if (!columns.some(({ name }) => name === 'issueId')) continue;
    for (const { issueId } of records) if (typeof issueId === 'string') ids.add(issueId);
  }
  return [...ids];
}
