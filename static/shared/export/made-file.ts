import type { AccountId } from '../../../src/contract';
import { dayOf } from '../dates';
import { nameOfPersons } from '../file-names';
import { lookUpIssues } from '../issues';
import { findAll } from '../look-up';
import { lookUpPeople, personLabel } from '../people';
import type { Viewer } from '../viewer';
import type { ExportedData } from './exported-data';
import { pack } from './pack';
import type { Reader } from './reader';

export interface ExportFile {
  name: string;
  content: Uint8Array<ArrayBuffer>;
}

const WORK_ITEMS_A_CALL = 100;

/** The ZIP for whoever exports, with what Jira tells them of the person and the work items. */
export async function makeFile(data: ExportedData, viewer: Viewer, signal: AbortSignal): Promise<ExportFile> {
  const { accountId } = data.subject;
  const isOwn = accountId === viewer.accountId;
  const reader: Reader = {
    ...viewer,
    isOwn,
    subject: await nameOf(accountId),
    workItems: await findAll(lookUpIssues, workItemsIn(data), WORK_ITEMS_A_CALL, signal),
  };
  const day = dayOf(new Date(data.exportedAt), viewer.timeZone);
  const name = `${nameOfPersons('data', isOwn ? undefined : accountId, day)}.zip`;
  return { name, content: await pack(data, reader, signal) };
}

async function nameOf(accountId: AccountId): Promise<string> {
  return personLabel((await lookUpPeople([accountId])).get(accountId), accountId);
}

function workItemsIn({ dataSets }: ExportedData): string[] {
  const ids = new Set<string>();
  for (const { columns, records } of dataSets) {
    if (!columns.some(({ name }) => name === 'issueId')) continue;
    for (const { issueId } of records) if (typeof issueId === 'string') ids.add(issueId);
  }
  return [...ids];
}
