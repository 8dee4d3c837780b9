import type { AnnouncedPerson } from '../../../src/contract';
import { formatInstantDay, type ForViewer } from '../../shared/dates';
import { wordOf } from '../../shared/word-of';

const wordsOfWhat: Record<AnnouncedPerson['what'], string> = {
  closed: 'Account closed',
  erasure: 'Erasure requested',
};

/** What it said of the person. */
export function saidWords({ what, erasureAsked }: AnnouncedPerson): string {
  return erasureAsked ? 'Account closed, and erasure requested' : wordOf(wordsOfWhat, what);
}

/** What is to be answered elsewhere; nothing where it is answered here. */
export const answerWords = ({ what }: AnnouncedPerson): string | undefined =>
  what === 'closed' ? undefined : wordOf({ erasure: 'Approve or decline it under Requests' }, what);

/** What happens next without anybody doing anything. */
export function nextWords({ what, erasedFrom, held }: AnnouncedPerson, viewer: ForViewer): string {
  if (held) return 'Kept while the restriction that they or an administrator set stands';
  if (what !== 'closed') return wordOf({ erasure: 'Waits for your answer to the request' }, what);
  return erasedFrom === undefined
    ? 'Waits for you, or until Atlassian says that the account is closed'
    : `Erased after ${formatInstantDay(erasedFrom, viewer)}, unless you dismiss it`;
}
