import type { ListedEntry } from '../../../src/contract';
import { call } from '../call';
import { FailureMessage } from '../failure-message';
import { useAction } from '../use-action';

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
    const result = await run(() => call('deleteEntries', { ids: [entry.id] }, failed));
    if (result) onDeleted(result.undo);
  };
  return (
    <>
      <button
        type="button"
        className="plain-button subtle"
        aria-label={`Delete ${words}`}
        aria-disabled={busy}
        onClick={() => void remove()}
      >
        {busy ? 'Deleting…' : 'Delete'}
      </button>
      {failure && <FailureMessage failure={failure} />}
    </>
  );
}

const failed = 'We could not tell whether the entry was deleted. Try again: deleting twice does no harm.';
