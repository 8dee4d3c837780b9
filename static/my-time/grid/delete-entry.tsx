import type { ListedEntry } from '../../../src/contract';
import { call } from '../../shared/call';
import { formatDuration } from '../../shared/duration';
import { FailureMessage } from '../../shared/failure-message';
import { useAction } from '../../shared/use-action';
import { useViewer } from '../../shared/viewer';
import type { OwnTime } from '../use-week';

interface DeleteEntryProps {
  entry: ListedEntry;
  /** Which work item and day. */
  name: string;
  own: OwnTime;
  onDeleted: () => void;
}

/** Deletes an entry with one click, which can be undone for a while. */
export function DeleteEntry({ entry, name, own, onDeleted }: DeleteEntryProps) {
  const { locale } = useViewer();
  const { busy, failure, run } = useAction();
  const words = `${formatDuration(entry.seconds, locale)} on ${name}`;
  const remove = async () => {
    const result = await run(() => call('deleteEntries', { ids: [entry.id] }, failed));
    if (!result) return;
    own.removed(entry, `${words} deleted.`, result.undo);
    onDeleted();
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
        Delete
      </button>
      {failure && <FailureMessage failure={failure} />}
    </>
  );
}

const failed = 'We could not tell whether the entry was deleted. Try again: deleting twice does no harm.';
