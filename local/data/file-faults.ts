import type { EntryFault } from './time-entry';

/** What is wrong with a file of entries, in words for whoever started the site. */
export class EntryFileError extends Error {
  override name = 'EntryFileError';
}

/** What is wrong with one line of a file; it quotes nothing of the line. */
export interface LineFault {
  line: number;
  problem: string;
}

const MOST_SHOWN = 5;

/** The error that names the first faults of a file by line, and says how many more there are. */
export function faultyFile(file: string, faults: readonly LineFault[]): EntryFileError {
  const shown = faults.slice(0, MOST_SHOWN).map(({ line, problem }) => `  Line ${line}: ${problem}`);
  const more = faults.length - shown.length;
  const count = faults.length === 1 ? 'One line' : `${faults.length.toLocaleString('en')} lines`;
  return new EntryFileError(
    [
      `${count} of ${file} cannot be loaded. Nothing was changed on the site.`,
      ...shown,
      ...(more > 0 ? [`  … and ${more.toLocaleString('en')} more.`] : []),
    ].join('\n'),
  );
}

/** The same for entries that are told by their position among all of the file. */
export function faultyEntries(
  { name, lines }: { name: string; lines: readonly number[] },
  faults: readonly EntryFault[],
): EntryFileError {
  return faultyFile(
    name,
    faults.map(({ position, problem }) => ({ line: lines[position] ?? 0, problem })),
  );
}
