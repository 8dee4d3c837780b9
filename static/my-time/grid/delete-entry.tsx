import type { ListedEntry } from '../../../src/contract';
import { formatDuration } from '../../shared/duration';
import { DeleteEntryButton } from '../../shared/entries/delete-entry-button';
import { useViewer } from '../../shared/viewer';
import type { OwnTime } from '../use-week';

interface DeleteEntryProps {
  entry: ListedEntry;
  /** Which work item and day. */
  name: string;
  own: OwnTime;
  onDeleted: () => void;
}

/** Deletes an entry of a cell. */
export function DeleteEntry({ entry, name, own, onDeleted }: DeleteEntryProps) {
  const { locale } = useViewer();
  const words = `${formatDuration(entry.seconds, locale)} on ${name}`;
  const deleted = (undo: string | undefined) => {
    own.removed(entry, `${words} deleted.`, undo);
    onDeleted();
  };
  return <DeleteEntryButton entry={entry} words={words} onDeleted={deleted} />;
}
