import { wordOf } from '../word-of';

const words: Record<string, string> = {
  'storage-busy': 'Storage did not answer, several times over.',
  'stood-still':
    'It stood still for days: storage did not answer, or the queue lost what was to go on with it.',
  'still-listed': 'Storage still lists records that are deleted; its lists lag behind.',
  'records-left': 'The second look found records that were still there.',
};

/** Why an erasure is held up, by the code that the app gives. */
export function problemWords(problem: string | undefined): string {
  return wordOf(words, problem ?? '', 'Something unexpected happened on our side.');
}
