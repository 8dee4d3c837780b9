import type { AccountId, ImportRules } from '../../../src/contract';
import { call } from '../../shared/call';
import { collect, nothingCollected } from '../../shared/export/collect';
import { findDifferences } from '../../shared/export/differences';
import { openExport, type Problem } from '../../shared/export/open-export';
import { ENTRIES } from '../../shared/export/portion';
import { entriesIn, type ReadEntry, type ReadExport } from '../../shared/export/read-export';
import { Share } from '../../shared/export/share';
import { isFailure, type Failure } from '../../shared/failure';
import type { Viewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import { findWorkItems, type WorkItemsHere } from './work-items-here';

/** A file, and everything that says what can be taken in of it. */
export interface Prepared {
  accountId: AccountId;
  name: string;
  file: ReadExport;
  existing: ReadEntry[];
  rules: ImportRules;
  workItems: WorkItemsHere;
}

/** Looks at a file and at what is there, and changes nothing. */
export async function prepareImport(
  chosen: File,
  accountId: AccountId,
  viewer: Viewer,
  signal: AbortSignal,
): Promise<Prepared | Problem> {
  const file = await openExport(chosen, accountId);
  if ('problem' in file) return file;
  const existing = await entriesKept(accountId, signal);
  if ('problem' in existing) return existing;
  const rules = await call('getImportRules', {});
  if (isFailure(rules)) return inWords(rules);
  try {
    const workItems = await findWorkItems(file, viewer.siteUrl, signal);
    return { accountId, name: chosen.name, file, existing, rules, workItems };
  } catch {
    return { problem: t('transfer.jira-silent') };
  }
}

/** All entries that the person has: an export that is not saved, so that it is complete or said not to be. */
async function entriesKept(accountId: AccountId, signal: AbortSignal): Promise<ReadEntry[] | Problem> {
  const outcome = await collect(nothingCollected, {
    fetchPage: (after) => call('exportPage', after === undefined ? {} : { after }),
    signal,
    share: new Share(),
    onProgress: () => undefined,
  });
  if (outcome.state === 'failed') return inWords(outcome.failure);
  const { parts, counts } = outcome.collected;
  if (outcome.state !== 'complete' || findDifferences(parts, counts ?? {}).length > 0)
    return { problem: t('transfer.changing') };
  return entriesIn(
    parts.flatMap(({ dataSet, records }) => (dataSet === ENTRIES ? records : [])),
    accountId,
  );
}

const inWords = ({ error }: Failure): Problem => ({ problem: error.message });
