import { toInstant } from '../../privacy/time';
import { sha256 } from '../../privacy/digest';
import type { Finding } from '../assumptions';
import { MOST_FILLER, type ScratchRow } from '../data-sets';
import { ownKey, remove, ROW, type Probe, type Step } from '../step';

/** As many as Forge gives on a page. */
const SMALL_ROWS = 100;
/** Of 40 KB each: 1.2 MB. */
const LARGE_ROWS = 30;
/** Rows that one transaction writes beside its condition: with these, a transaction has less than a megabyte. */
const GROUP = 20;
/** For which a listing may lack rows that were written. */
const MOST_MS = 90_000;

const keysOf = (probe: Probe, size: 'small' | 'large', rows: number): string[] =>
  Array.from({ length: rows }, (_, at) => ownKey(probe, `${size}-${String(at).padStart(3, '0')}`));

const smallKeys = (probe: Probe): string[] => keysOf(probe, 'small', SMALL_ROWS);
const largeKeys = (probe: Probe): string[] => keysOf(probe, 'large', LARGE_ROWS);

const largeRow = (): ScratchRow => ({
  version: 1,
  filler: Array.from({ length: MOST_FILLER }, (_, at) => ({ part: sha256(String(at)) })),
});

/** Writes the rows of which pages are made: they have been there for a while when they are listed. */
export const fillPages: Step = async (probe) => {
  await writeAll(probe, smallKeys(probe), ROW);
  await writeAll(probe, largeKeys(probe), largeRow());
  return { change: { filledAt: toInstant(probe.engine.now()) } };
};

async function writeAll({ scratch }: Probe, keys: readonly string[], row: ScratchRow): Promise<void> {
  for (let at = 0; at < keys.length; at += GROUP) {
    await scratch.transact(keys.slice(at, at + GROUP).map((key) => ({ do: 'set', key, row })));
  }
}

/** Whether pages have as many rows as were asked for, and what the last one says. */
export const lookAtPages: Step = async (probe) => {
  const small = await lengthsOf(probe, smallKeys(probe));
  const large = await lengthsOf(probe, largeKeys(probe));
  const isLate = sumOf(small) < SMALL_ROWS || sumOf(large) < LARGE_ROWS;
  const waited = probe.engine.now().getTime() - Date.parse(probe.row.filledAt ?? probe.row.startedAt);
  if (isLate && waited < MOST_MS) {
    await probe.engine.pause(PAUSE_MS);
    return { again: true };
  }
  return {
    findings: [
      { id: 'short-pages', ...shortness(small, SMALL_ROWS) },
      { id: 'large-pages', ...shortness(large, LARGE_ROWS) },
      cursorAtEnd(await lengthsOfOne(probe)),
    ],
  };
};

const PAUSE_MS = 3_000;

const lengthsOf = ({ scratch }: Probe, keys: readonly string[]): Promise<number[]> =>
  scratch.pageLengths(keys[0] ?? '', keys.at(-1) ?? '', SMALL_ROWS);

/** A page of one row, which is the last: short pages change nothing about it. */
const lengthsOfOne = (probe: Probe): Promise<number[]> => {
  const [key = ''] = smallKeys(probe);
  return probe.scratch.pageLengths(key, key, 1);
};

const sumOf = (lengths: readonly number[]): number => lengths.reduce((sum, length) => sum + length, 0);

/** A page that came empty says nothing of how many rows a page takes. */
function shortness(
  lengths: readonly number[],
  rows: number,
): { outcome: 'full' | 'short' | 'not-told'; number?: number } {
  if (sumOf(lengths) < rows) return { outcome: 'not-told' };
  const longest = Math.max(...lengths);
  return { outcome: longest === rows ? 'full' : 'short', number: longest };
}

function cursorAtEnd(lengths: readonly number[]): Finding {
  const outcome = sumOf(lengths) === 0 ? 'not-told' : lengths.at(-1) === 0 ? 'present' : 'absent';
  return { id: 'cursor-at-end', outcome };
}

/** Deletes what the pages were made of. */
export const emptyPages: Step = async (probe) => {
  await remove(probe.scratch, [...smallKeys(probe), ...largeKeys(probe)]);
  return {};
};
