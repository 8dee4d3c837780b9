import type { Instant, UndoPreview, WebhookUndo } from '../../../src/contract';
import { formatInstant, type ForViewer } from '../../shared/dates';
import { t } from '../../shared/words/words';
import { countedIn } from './counted-in';

/** Whether there is anything that undoing would change. */
export const isSomething = ({ people, requests, waiting }: UndoPreview): boolean =>
  people.least + requests.least + waiting.least > 0;

/** What undoing would come to, for each part what it concerns. */
export function previewWords({ people, requests, waiting, from }: UndoPreview, viewer: ForViewer): string[] {
  return [
    people.least > 0 &&
      `${t('webhook.undo-people', countedIn(people))} ${from === undefined ? '' : firstWords(from, viewer)}`.trim(),
    requests.least > 0 && t('webhook.undo-requests', countedIn(requests)),
    waiting.least > 0 && t('webhook.undo-waiting', countedIn(waiting)),
  ].filter((sentence) => sentence !== false);
}

const firstWords = (from: Instant, viewer: ForViewer): string =>
  t('webhook.undo-first', { moment: formatInstant(from, viewer) });

/** How far undoing has come, or what it came to. */
export function undoneWords(undo: WebhookUndo, viewer: ForViewer): string {
  const { askedAt, since, people, requests, endedAt } = undo;
  const counts = { people, requests };
  const moment = formatInstant(askedAt, viewer);
  if (since === undefined)
    return endedAt === undefined
      ? t('webhook.undoing-all', counts)
      : t('webhook.undone-all', { moment, ...counts });
  const from = formatInstant(since, viewer);
  return endedAt === undefined
    ? t('webhook.undoing-since', { since: from, ...counts })
    : t('webhook.undone-since', { moment, since: from, ...counts });
}
