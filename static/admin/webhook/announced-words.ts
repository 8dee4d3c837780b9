import type { AnnouncedPerson } from '../../../src/contract';
import { formatInstantDay, type ForViewer } from '../../shared/dates';
import { wordOf } from '../../shared/word-of';
import { t, type Key } from '../../shared/words/words';

const wordsOfWhat = {
  closed: 'webhook.said-closed',
  erasure: 'webhook.said-deletion',
} as const satisfies Record<AnnouncedPerson['what'], Key>;

/** What it said of the person. */
export function saidWords({ what, erasureAsked }: AnnouncedPerson): string {
  return erasureAsked ? t('webhook.said-both') : wordOf(wordsOfWhat, what);
}

/** What is to be answered elsewhere; nothing where it is answered here. */
export const answerWords = ({ what }: AnnouncedPerson): string | undefined =>
  what === 'closed' ? undefined : wordOf({ erasure: 'webhook.answer-request' }, what);

/** What happens next without anybody doing anything. */
export function nextWords({ what, erasedFrom, held }: AnnouncedPerson, viewer: ForViewer): string {
  if (held) return t('webhook.next-held');
  if (what !== 'closed') return wordOf({ erasure: 'webhook.next-request' }, what);
  return erasedFrom === undefined
    ? t('webhook.next-waits')
    : t('webhook.next-deleted', { day: formatInstantDay(erasedFrom, viewer) });
}
