import { showFlag } from '@forge/bridge';
import type { ListedEntry } from '../../../src/contract';
import { call, isFailure, type Failure } from '../call';
import { t } from '../words/words';

/** Shorter than the app takes it. */
const OFFERED_MS = 60_000;

/**
 * Says in a flag of Jira what was done to entries, and offers to undo it for a minute. They are gone or changed already,
 * so nothing depends on the flag.
 * @param onBack hears of the entries as they stand again
 */
export function offerUndo(title: string, undo: string, onBack: (entries: ListedEntry[]) => void): void {
  offerToTakeBack(
    title,
    () => call('undoChange', { undo }, t('entries.undo-unanswered')),
    ({ entries }) => onBack(entries),
  );
}

/** The same for entries that were logged. @param onGone hears that they are deleted again */
export function offerToDelete(title: string, ids: string[], onGone: () => void): void {
  offerToTakeBack(title, () => call('deleteEntries', { ids }, t('entries.undo-unanswered')), onGone);
}

function offerToTakeBack<Answer extends object>(
  title: string,
  ask: () => Promise<Answer | Failure>,
  onBack: (answer: Answer) => void,
): void {
  const flag = showFlag({
    id: 'undo',
    type: 'success',
    title,
    isAutoDismiss: false,
    actions: [{ text: t('common.undo'), onClick: () => void takeBack() }],
  });
  const timer = setTimeout(() => void flag.close(), OFFERED_MS);

  async function takeBack(): Promise<void> {
    clearTimeout(timer);
    void flag.close();
    const answer = await ask();
    if (!isFailure(answer)) return onBack(answer);
    showFlag({
      id: 'undo',
      type: 'error',
      title: t('entries.not-undone-title'),
      description: answer.error.message,
    });
  }
}
