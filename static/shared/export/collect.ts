import type { ExportPage } from '../../../src/contract';
import { failure, isFailure, isPassing, type Failure } from '../failure';
import { wait } from '../wait';
import { t } from '../words/words';
import { countRecords, joinParts, type ExportedPart } from './exported-data';
import type { Share } from './share';

/** How far an export has come; handing it to `collect` again goes on from there. */
export interface Collected {
  parts: ExportedPart[];
  schemaVersion: string;
  /** Where the next page begins. */
  next: string | undefined;
  /** On the last page the app says how many records of each data set are kept; then the export has them all. */
  counts: Record<string, number> | undefined;
  /** The state of the records that all pages must be of. */
  stamp: string | undefined;
}

/** How collecting the pages of an export ended. */
export type CollectOutcome =
  | { state: 'complete'; collected: Collected }
  /** A page did not come after several attempts; what came before is kept. */
  | { state: 'failed'; collected: Collected; failure: Failure }
  /** Something was written about the person while it ran, each time it was begun. */
  | { state: 'changing'; collected: Collected }
  | { state: 'cancelled'; collected: Collected };

export interface CollectOptions {
  fetchPage: (after: string | undefined) => Promise<ExportPage | Failure>;
  signal: AbortSignal;
  onProgress: (records: number) => void;
  /** A page did not come and is about to be asked for again. */
  onRetry?: () => void;
  /** Something was written about the person since the first page, so that it begins again. */
  onChange?: () => void;
  /** The export waits before its next page, so that others find storage free. */
  onPause?: () => void;
  /** What exports on this page may take of what all share, and have taken in the last minute. */
  share: Share;
  /** Milliseconds before each further attempt at a page that did not come. */
  retryWaitsMs?: readonly number[];
}

/** What an export begins with. */
export const nothingCollected: Collected = {
  parts: [],
  schemaVersion: '',
  next: undefined,
  counts: undefined,
  stamp: undefined,
};

/** As often is an export begun whose records change while it runs. */
const MOST_BEGINNINGS = 3;

/**
 * Asks for page after page until the last one. Pages of different states do not make an export, even where the numbers
 * agree: one record may have gone and another come. Then it begins again, a few times.
 */
export async function collect(from: Collected, options: CollectOptions): Promise<CollectOutcome> {
  let collected = from;
  for (let beginning = 1; ; beginning += 1) {
    const outcome = await collectOnce(collected, options);
    if (outcome.state !== 'changing' || beginning === MOST_BEGINNINGS) return outcome;
    options.onChange?.();
    collected = nothingCollected;
  }
}

async function collectOnce(from: Collected, options: CollectOptions): Promise<CollectOutcome> {
  let collected = from;
  while (collected.counts === undefined) {
    await leaveRoom(options);
    if (options.signal.aborted) return { state: 'cancelled', collected };
    const page = await fetchWithRetries(collected.next, options);
    if (page === undefined || options.signal.aborted) return { state: 'cancelled', collected };
    if (isFailure(page)) return { state: 'failed', collected, failure: page };
    options.share.spend(page.units);
    if (hasChanged(collected, page)) return { state: 'changing', collected };
    if (page.next !== undefined && page.next === collected.next) {
      return { state: 'failed', collected, failure: failure(t('export.not-advancing')) };
    }
    collected = addPage(collected, page);
    options.onProgress(countRecords(collected.parts));
  }
  return { state: 'complete', collected };
}

async function leaveRoom({ share, signal, onPause }: CollectOptions): Promise<void> {
  const ms = share.waitMs();
  if (ms === 0) return;
  onPause?.();
  await wait(ms, signal);
}

async function fetchWithRetries(after: string | undefined, options: CollectOptions) {
  const { fetchPage, signal, onRetry, retryWaitsMs = [1000, 3000, 9000] } = options;
  for (const waitMs of retryWaitsMs) {
    const page = await unlessAborted(fetchPage(after), signal);
    if (page === undefined || !isFailure(page) || !isPassing(page)) return page;
    onRetry?.();
    await wait(waitMs, signal);
    if (signal.aborted) return undefined;
  }
  return unlessAborted(fetchPage(after), signal);
}

/** The answer, or `undefined` as soon as the signal is aborted: who cancels does not wait for a page. */
function unlessAborted<T>(answer: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  const aborted = new Promise<undefined>((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  return Promise.race([answer, aborted]);
}

/** Also if the app was updated in between: the place of the next page may then belong to another data set. */
function hasChanged({ stamp, schemaVersion }: Collected, page: ExportPage): boolean {
  const first = stamp ?? page.stamp;
  const isOtherForm = stamp !== undefined && page.schemaVersion !== schemaVersion;
  return isOtherForm || page.stamp !== first || (page.stampAtEnd ?? first) !== first;
}

function addPage(before: Collected, page: ExportPage): Collected {
  return {
    parts: joinParts(before.parts, page.parts),
    schemaVersion: page.schemaVersion,
    next: page.next,
    counts: page.next === undefined ? (page.counts ?? {}) : undefined,
    stamp: page.stamp,
  };
}
