import type { Counted, UndoPreview, WebhookUndo } from '../../../src/contract';
import { countOf, orMore } from '../../shared/count-words';
import { formatInstant, type ForViewer } from '../../shared/dates';

/** Whether there is anything that undoing would change. */
export const isSomething = ({ people, requests, waiting }: UndoPreview): boolean =>
  people.least + requests.least + waiting.least > 0;

/** What undoing would come to, a sentence for each part. */
export function previewWords({ people, requests, waiting, from }: UndoPreview, viewer: ForViewer): string[] {
  const count = ({ least, more }: Counted, one: string, many: string): string =>
    orMore(countOf(least, one, many, viewer.locale), more);
  const first = from === undefined ? '' : ` The first was named on ${formatInstant(from, viewer)}.`;
  return [
    people.least > 0 && `Its word concerns ${count(people, 'person', 'people')}.${first}`,
    requests.least > 0 && `It handed in ${count(requests, 'request', 'requests')} that nobody has answered.`,
    waiting.least > 0 && `It named ${count(waiting, 'account', 'accounts')} that still wait.`,
  ].filter((sentence) => sentence !== false);
}

/** How undoing goes on, or what it came to. */
export function undoneWords(undo: WebhookUndo, viewer: ForViewer): string {
  const { askedAt, since, people, requests, endedAt } = undo;
  const what =
    since === undefined
      ? 'everything the webhook did'
      : `what the webhook did since ${formatInstant(since, viewer)}`;
  const counts = `${countOf(people, 'person', 'people', viewer.locale)} and ${countOf(requests, 'request', 'requests', viewer.locale)}`;
  return endedAt === undefined
    ? `The app is undoing ${what}: ${counts} so far. You can leave this page.`
    : `On ${formatInstant(askedAt, viewer)} an administrator undid ${what}: ${counts}.`;
}
