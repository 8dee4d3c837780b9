import type { AccountId } from '../../../src/contract';
import { openFile } from './open-file';
import { readExport, type ReadExport } from './read-export';

export type Problem = { problem: string };

/** Opens one file of this person's exports. */
export async function openExport(file: File, accountId: AccountId): Promise<ReadExport | Problem> {
  const opened = await openFile(file);
  return 'problem' in opened ? opened : readExport(opened.text, accountId);
}
