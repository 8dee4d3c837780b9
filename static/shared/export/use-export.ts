import { useCallback, useRef, useState } from 'react';
import type { AccountId, ExportPage } from '../../../src/contract';
import { call, failure, isFailure, type Failure } from '../call';
import { saveFile } from '../save-file';
import { sayBriefly } from '../say-done';
import { useViewer, type Viewer } from '../viewer';
import { t } from '../words/words';
import { collect, nothingCollected, type Collected, type CollectOptions } from './collect';
import { findDifferences, type Difference } from './differences';
import { countRecords, isBeingDeleted, type GivenData } from './exported-data';
import type { ExportFile } from './made-file';
import { ENTRIES, everything, portionOf, type Portion } from './portion';
import { Share } from './share';

/** How far an export is. */
export type ExportState =
  | { state: 'idle' }
  | { state: 'running'; records: number; note?: 'retrying' | 'begun-again' | 'pausing' }
  | { state: 'packing'; records: number }
  /** What came before is kept: it can go on from there. */
  | { state: 'failed' | 'cancelled'; records: number; collected: Collected; failure?: Failure }
  /** All pages came, yet not of one state, or with other numbers of records than are kept. */
  | { state: 'incomplete'; differences: Difference[]; parts: Collected['parts'] }
  /** `deleting`: a deletion is running, so the file leaves out what is still to be deleted. */
  | { state: 'done'; records: number; file: ExportFile; part?: PartOf; deleting: boolean };

/** How many of the entries that are kept a file holds, where those are not all. */
interface PartOf {
  entries: number;
  of: number;
}

interface ExportSource {
  /** Whose data it is. */
  accountId: AccountId;
  fetchPage: (after: string | undefined) => Promise<ExportPage | Failure>;
}

type ExportRun = ExportSource &
  Pick<CollectOptions, 'share' | 'signal'> & { viewer: Viewer; portion: Portion };

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
  const portion = useRef(everything);

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
      const wanted = { portion: portion.current, viewer };
      show(await runToEnd(from, { accountId, fetchPage, share, signal, ...wanted }, show));
    },
    [accountId, fetchPage, share, viewer],
  );
  const cancel = useCallback(() => running.current?.abort(), []);
  const close = useCallback(() => {
    running.current?.abort();
    running.current = undefined;
    setShown({ state: 'idle' });
  }, []);
  const again = useCallback(() => run(nothingCollected), [run]);
  const start = useCallback(
    (wanted: Portion = everything) => {
      portion.current = wanted;
      return again();
    },
    [again],
  );
  return { shown, start, again, resume: run, cancel, close };
}

async function runToEnd(
  from: Collected,
  { fetchPage, share, signal, ...wanted }: ExportRun,
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
  return packAndSave(outcome.collected, { ...wanted, signal });
}

async function packAndSave(
  collected: Collected,
  { accountId, viewer, portion, signal }: Omit<ExportRun, 'fetchPage' | 'share'>,
): Promise<ExportState> {
  const { schemaVersion, parts } = collected;
  const notice = await call('getNotice', {});
  if (isFailure(notice)) return { state: 'failed', records: countRecords(parts), collected, failure: notice };
  const exportedAt = new Date().toISOString();
  const dataSets = portionOf(parts, portion);
  const { range } = portion;
  const data: GivenData = {
    schemaVersion,
    noticeVersion: notice.version,
    exportedAt,
    subject: { accountId },
    range,
    notice,
    dataSets,
  };
  const records = countRecords(dataSets);
  try {
    // The packer is loaded when it is needed.
    const { makeFile } = await import('./made-file');
    const file = await makeFile(data, viewer, signal);
    saveExport(file);
    sayBriefly('export', t('export.ready', { file: file.name }));
    const part =
      range.entries === 'all' ? {} : { part: { entries: entriesIn(dataSets), of: entriesIn(parts) } };
    return { state: 'done', records, file, ...part, deleting: isBeingDeleted(dataSets) };
  } catch {
    if (signal.aborted) return { state: 'cancelled', records, collected };
    return { state: 'failed', records, collected, failure: failure(t('export.not-packed')) };
  }
}

const entriesIn = (parts: Collected['parts']): number =>
  countRecords(parts.filter(({ dataSet }) => dataSet === ENTRIES));

/** The records of a packed export as text. */
export async function dataIn({ content }: ExportFile): Promise<string> {
  const { textIn } = await import('./pack');
  return textIn(content, 'data.json');
}

/** Has the browser save the file. */
export function saveExport({ name, content }: ExportFile): void {
  saveFile(name, 'application/zip', content);
}
