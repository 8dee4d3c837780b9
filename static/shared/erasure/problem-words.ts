import { t, type Key } from '../words/words';

const words: ReadonlyMap<string, Key> = new Map([
  ['storage-busy', 'erasure.storage-busy'],
  ['stood-still', 'erasure.stood-still'],
  ['still-listed', 'erasure.still-listed'],
  ['records-left', 'erasure.records-left'],
]);

/** Why an erasure is stuck, by the code that the app gives (`PROBLEMS`); `erasure-progress.tsx` has what comes before and after. */
export const problemWords = (problem: string | undefined): string =>
  t(words.get(problem ?? '') ?? 'erasure.unexpected');
