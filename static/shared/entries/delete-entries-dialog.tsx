import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ListedEntry } from '../../../src/contract';
import type { Failure } from '../call';
import { ConfirmDialog } from '../confirm-dialog';
import { formatDay } from '../dates';
import { formatDuration } from '../duration';
import { Message } from '../message';
import { useViewer } from '../viewer';
import { rich, t } from '../words/words';
import { removeAll, type EntrySource, type Removal } from './entry-source';

interface DeleteEntriesDialogProps {
  source: EntrySource;
  entries: ListedEntry[];
  /** What somebody else is called whose entries they are. */
  of?: string | undefined;
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
  of,
  undoable,
  onRemoved,
  onClose,
  onEraseAll,
}: DeleteEntriesDialogProps) {
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
  const count = entries.length;
  return (
    <ConfirmDialog
      title={
        of === undefined
          ? t('entries.delete-title', { count })
          : t('entries.delete-title-of', { count, name: of })
      }
      verb={t('common.delete')}
      {...(count > MOST_UNTYPED && { typed: String(count) })}
      busy={done !== undefined}
      failure={failure}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <p>
        <EntrySpan entries={entries} /> {!undoable && t('entries.cannot-be-undone')}
      </p>
      {onEraseAll && done === undefined && (
        <EverythingInstead
          onEraseAll={() => {
            onClose();
            onEraseAll();
          }}
        />
      )}
      {done !== undefined && <p role="status">{t('entries.deleting-count', { done, count })}</p>}
    </ConfirmDialog>
  );
}

function EverythingInstead({ onEraseAll }: { onEraseAll: () => void }) {
  return (
    <Message tone="info" actions={<Button onClick={onEraseAll}>{t('entries.everything-instead')}</Button>}>
      {rich('entries.everything-about', { em: (inner) => <em>{inner}</em> })}
    </Message>
  );
}

function EntrySpan({ entries }: { entries: ListedEntry[] }) {
  const viewer = useViewer();
  const days = entries.map((entry) => entry.startedOn).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  const seconds = entries.reduce((sum, entry) => sum + entry.seconds, 0);
  const time = formatDuration(seconds, viewer.locale);
  const from = formatDay(first, viewer);
  return first === last
    ? t('entries.to-delete-on-day', { time, day: from })
    : t('entries.to-delete-between', { time, first: from, last: formatDay(last, viewer) });
}
