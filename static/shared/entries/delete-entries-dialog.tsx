import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ListedEntry } from '../../../src/contract';
import type { Failure } from '../call';
import { ConfirmDialog } from '../confirm-dialog';
import { countOf } from '../count-words';
import { formatDay } from '../dates';
import { formatDuration } from '../duration';
import { Message } from '../message';
import { useViewer } from '../viewer';
import { removeAll, type EntrySource, type Removal } from './entry-source';

interface DeleteEntriesDialogProps {
  source: EntrySource;
  entries: ListedEntry[];
  /** The app offers to put them back for a while. */
  undoable: boolean;
  /** Hears of what was deleted, also of what came before a failure. */
  onRemoved: (removal: Removal) => void;
  onClose: () => void;
  /** These are all entries of the viewer: leads to what deletes everything. */
  onEraseAll?: (() => void) | undefined;
}

/** More than so many are deleted only once their number was typed. */
const MOST_UNTYPED = 20;

/** Says how many entries will be deleted, then deletes them in batches. */
export function DeleteEntriesDialog({
  source,
  entries,
  undoable,
  onRemoved,
  onClose,
  onEraseAll,
}: DeleteEntriesDialogProps) {
  const { locale } = useViewer();
  const [done, setDone] = useState<number>();
  const [failure, setFailure] = useState<Failure>();
  const confirm = async () => {
    setFailure(undefined);
    setDone(0);
    const ids = entries.map((entry) => entry.id);
    const removal = await removeAll(source, ids, setDone);
    setDone(undefined);
    setFailure(removal.failure);
    onRemoved(removal);
    if (!removal.failure) onClose();
  };
  return (
    <ConfirmDialog
      title={`Delete ${countOf(entries.length, 'entry', 'entries', locale)}?`}
      verb="Delete"
      {...(entries.length > MOST_UNTYPED && { typed: String(entries.length) })}
      busy={done !== undefined}
      failure={failure}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <p>
        <EntrySpan entries={entries} /> {!undoable && 'This cannot be undone.'}
      </p>
      {onEraseAll && done === undefined && (
        <EverythingInstead
          onEraseAll={() => {
            onClose();
            onEraseAll();
          }}
        />
      )}
      {done !== undefined && (
        <p role="status">
          {done.toLocaleString(locale)} of {entries.length.toLocaleString(locale)} deleted…
        </p>
      )}
    </ConfirmDialog>
  );
}

function EverythingInstead({ onEraseAll }: { onEraseAll: () => void }) {
  return (
    <Message tone="info" actions={<Button onClick={onEraseAll}>Delete everything instead</Button>}>
      These are all your entries. Other records about you stay. <em>Delete everything</em> deletes those, too,
      and gives you a receipt.
    </Message>
  );
}

function EntrySpan({ entries }: { entries: ListedEntry[] }) {
  const viewer = useViewer();
  const days = entries.map((entry) => entry.startedOn).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  const seconds = entries.reduce((sum, entry) => sum + entry.seconds, 0);
  const span =
    first === last
      ? `on ${formatDay(first, viewer)}`
      : `from ${formatDay(first, viewer)} to ${formatDay(last, viewer)}`;
  return `${formatDuration(seconds, viewer.locale)} ${span} will be gone.`;
}
