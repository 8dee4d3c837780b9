import type { ListedEntry } from '../../../src/contract';
import { DeleteEntryButton } from '../../shared/entries/delete-entry-button';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import type { OwnTime } from '../use-week';
import type { CellNames } from './cell-names';
import { entryWords } from './cells';

interface DeleteEntryProps {
  entry: ListedEntry;
  names: CellNames;
  own: OwnTime;
  onDeleted: () => void;
}

/** Deletes an entry of a cell. */
export function DeleteEntry({ entry, names, own, onDeleted }: DeleteEntryProps) {
  const { locale } = useViewer();
  const words = entryWords(entry, names, locale);
  const deleted = (undo: string | undefined) => {
    own.removed(entry, t('entries.deleted', { entry: words }), undo);
    onDeleted();
  };
  return <DeleteEntryButton entry={entry} words={words} onDeleted={deleted} />;
}
