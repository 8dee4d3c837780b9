import type { ListedEntry } from '../../../src/contract';
import { call } from '../call';
import { FailureMessage } from '../failure-message';
import { useAction } from '../use-action';
import { t } from '../words/words';

interface DeleteEntryButtonProps {
  entry: ListedEntry;
  /** Which entry it is, for a screen reader. */
  words: string;
  /** Gets what undoes it. */
  onDeleted: (undo: string | undefined) => void;
}

/** Deletes an entry of one's own with one click, which can be undone for a while. */
export function DeleteEntryButton({ entry, words, onDeleted }: DeleteEntryButtonProps) {
  const { busy, failure, run } = useAction();
  const remove = async () => {
    const result = await run(() => call('deleteEntries', { ids: [entry.id] }, t('entries.not-deleted')));
    if (result) onDeleted(result.undo);
  };
  return (
    <>
      <button
        type="button"
        className="plain-button subtle"
        aria-label={t('entries.delete', { entry: words })}
        aria-disabled={busy}
        onClick={() => void remove()}
      >
        {busy ? t('common.deleting') : t('common.delete')}
      </button>
      {failure && <FailureMessage failure={failure} />}
    </>
  );
}
