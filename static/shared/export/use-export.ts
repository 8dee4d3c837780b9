import { useCallback, useRef, useState } from 'react';
import type { AccountId, ExportPage } from '../../../src/contract';
import { failure, type Failure } from '../call';
import { saveFile } from '../save-file';
import { useViewer, type Viewer } from '../viewer';
import { collect, nothingCollected, type Collected, type CollectOptions } from './collect';
import { findDifferences, type Difference } from './differences';
import { countRecords, type ExportedData } from './exported-data';
import type { ExportFile } from './made-file';
import { Share } from './share';

export type ExportState =
  | { state: 'idle' }
  | { state: 'running'; records: number; note?: 'retrying' | 'begun-again' | 'pausing' }
  | { state: 'packing'; records: number }
  /** What came before is kept: it can go on from there. */
  | { state: 'failed' | 'cancelled'; records: number; collected: Collected; failure?: Failure }
  /** All pages came, yet not of one state, or with other numbers of records than are kept. */
  | { state: 'incomplete'; differences: Difference[]; parts: Collected['parts'] }
  | { state: 'done'; records: number; file: ExportFile };

interface ExportSource {
  /** Whose data it is. */
  accountId: AccountId;
  fetchPage: (after: string | undefined) => Promise<ExportPage | Failure>;
}

type ExportRun = ExportSource & Pick<CollectOptions, 'share' | 'signal'> & { viewer: Viewer };

/** Whether records are still being fetched or packed. */
export const isUnderWay = ({ shown }: ReturnType<typeof useExport>): boolean =>
  shown.state === 'running' || shown.state === 'packing';

/** Runs an export in the browser: pages, check against the counts, ZIP, download. */
export function useExport({ accountId, fetchPage }: ExportSource) {
  const [shown, setShown] = useState<ExportState>({ state: 'idle' });
  const viewer = useViewer();
  const running = useRef<AbortController>(undefined);
  // One for all runs: going on, or running it again, takes no more than one export.
  const [share] = useState(() => new Share());

  const run = useCallback(
    async (from: Collected) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      const show = (state: ExportState) => {
        if (running.current === controller) setShown(state);
      };
      show({ state: 'running', records: countRecords(from.parts) });
      const { signal } = controller;
      show(await runToEnd(from, { accountId, fetchPage, share, signal, viewer }, show));
    },
    [accountId, fetchPage, share, viewer],
  );
  const cancel = useCallback(() => running.current?.abort(), []);
  const close = useCallback(() => {
    running.current?.abort();
    running.current = undefined;
    setShown({ state: 'idle' });
  }, []);
  return { shown, start: () => run(nothingCollected), resume: run, cancel, close };
}

async function runToEnd(
  from: Collected,
  { accountId, fetchPage, share, signal, viewer }: ExportRun,
  show: (state: ExportState) => void,
): Promise<ExportState> {
  let records = countRecords(from.parts);
  const onProgress = (count: number) => {
    records = count;
    show({ state: 'running', records });
  };
  const onRetry = () => show({ state: 'running', records, note: 'retrying' });
  const onChange = () => show({ state: 'running', records: 0, note: 'begun-again' });
  const onPause = () => show({ state: 'running', records, note: 'pausing' });
  const outcome = await collect(from, { fetchPage, share, signal, onProgress, onRetry, onChange, onPause });
  const { parts, counts } = outcome.collected;
  if (outcome.state === 'changing') return { state: 'incomplete', differences: [], parts };
  if (outcome.state !== 'complete') return { ...outcome, records };
  const differences = findDifferences(parts, counts ?? {});
  if (differences.length > 0) return { state: 'incomplete', differences, parts };
  show({ state: 'packing', records });
  return packAndSave(outcome.collected, { accountId, viewer, signal });
}

async function packAndSave(
  collected: Collected,
  { accountId, viewer, signal }: Pick<ExportRun, 'accountId' | 'viewer' | 'signal'>,
): Promise<ExportState> {
  const { schemaVersion, noticeVersion, parts } = collected;
  const exportedAt = new Date().toISOString();
  const data: ExportedData = {
    schemaVersion,
    noticeVersion,
    exportedAt,
    subject: { accountId },
    dataSets: parts,
  };
  const records = countRecords(parts);
  try {
    // The packer is loaded when it is needed.
    const { makeFile } = await import('./made-file');
    const file = await makeFile(data, viewer, signal);
    saveExport(file);
    return { state: 'done', records, file };
  } catch {
    if (signal.aborted) return { state: 'cancelled', records, collected };
    return { state: 'failed', records, collected, failure: failure(notPacked) };
  }
}

/** The records of a packed export as text. */
export async function dataIn({ content }: ExportFile): Promise<string> {
  const { textIn } = await import('./pack');
  return textIn(content, 'data.json');
}

export function saveExport({ name, content }: ExportFile): void {
  saveFile(name, 'application/zip', content);
}

const notPacked =
  'We could not pack the file in this browser. All records are here and nothing was changed. Try again.';
