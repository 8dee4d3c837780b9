import { useEffect, useRef, useState } from 'react';
import type { ListedEntry } from '../../../src/contract';
import { waitingWords } from '../../shared/correction-words';
import { formatInstant } from '../../shared/dates';
import { formatDuration } from '../../shared/duration';
import { lockedWords } from '../../shared/entries/kept-words';
import { secondsIn } from '../../shared/seconds-in';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import { entryWords, type OpenCellProps } from './cells';
import { CellField } from './cell-field';
import { DeleteEntry } from './delete-entry';

/** The entries of a cell, each to be corrected or deleted, and one more to be logged. */
export function CellEntries({ entries, typed, ...rest }: OpenCellProps) {
  const { locale } = useViewer();
  const { names, onOpen, onClose } = rest;
  const [chosen, setChosen] = useState<ListedEntry | 'one-more' | undefined>(
    typed === undefined ? undefined : 'one-more',
  );
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen === undefined) box.current?.querySelector('button')?.focus();
  }, [chosen]);
  useEffect(() => {
    if (chosen !== undefined) return undefined;
    const keep = () => {
      onClose();
      return Promise.resolve(true);
    };
    return onOpen({ names, keep });
  });
  if (chosen !== undefined)
    return <CellField {...rest} typed={typed} entry={chosen === 'one-more' ? undefined : chosen} />;
  return (
    <div
      role="group"
      aria-label={t('my-time.cell', { workItem: names.workItem, day: names.day })}
      ref={box}
      onKeyDown={(event) => {
        if (event.key === 'Escape') rest.onLeave();
      }}
    >
      <span className="cell-sum">{formatDuration(secondsIn(entries), locale)}</span>
      <div className="cell-note stack-tight">
        <ul className="cell-entries stack-tight">
          {entries.map((entry) => (
            <CellEntry key={entry.id} {...rest} entry={entry} onChosen={() => setChosen(entry)} />
          ))}
        </ul>
        <div className="row">
          <button type="button" className="plain-button primary" onClick={() => setChosen('one-more')}>
            {t('my-time.log-more')}
          </button>
          <button type="button" className="plain-button subtle" onClick={() => rest.onLeave()}>
            {t('common.close')}
          </button>
        </div>
      </div>
    </div>
  );
}

interface CellEntryProps extends Pick<OpenCellProps, 'names' | 'own' | 'onLeave'> {
  entry: ListedEntry;
  onChosen: () => void;
}

function CellEntry({ entry, names, own, onLeave, onChosen }: CellEntryProps) {
  const viewer = useViewer();
  return (
    <li>
      <p>
        <strong>{formatDuration(entry.seconds, viewer.locale)}</strong>{' '}
        <span className="quiet small">
          {t('my-time.logged-at', { moment: formatInstant(entry.createdAt, viewer) })}
        </span>
      </p>
      {entry.locked ? (
        <p className="quiet small" title={lockedWords()}>
          {entry.asked ? waitingWords(entry.asked, viewer) : t('my-time.approval-needed')}
        </p>
      ) : (
        <span className="row">
          <button
            type="button"
            className="plain-button subtle"
            aria-label={t('entries.correct', { entry: entryWords(entry, names, viewer.locale) })}
            onClick={onChosen}
          >
            {t('common.correct')}
          </button>
          <DeleteEntry entry={entry} names={names} own={own} onDeleted={() => onLeave()} />
        </span>
      )}
    </li>
  );
}
