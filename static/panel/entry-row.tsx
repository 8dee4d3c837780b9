import { useState, type RefObject } from 'react';
import type { ListedEntry } from '../../src/contract';
import { askedWords, timeWords, waitingWords, withAsked } from '../shared/correction-words';
import { formatDay } from '../shared/dates';
import { formatDuration } from '../shared/duration';
import { DeleteEntryButton } from '../shared/entries/delete-entry-button';
import { EntryCorrection } from '../shared/entries/entry-correction';
import { heldWords, keptUntilWords } from '../shared/entries/kept-words';
import { offerUndo } from '../shared/entries/offer-undo';
import { useFocusReturn } from '../shared/use-focus-return';
import { useViewer } from '../shared/viewer';
import type { Say } from '../shared/use-said';
import { t } from '../shared/words/words';

interface EntryRowProps {
  entry: ListedEntry;
  onPut: (entries: ListedEntry[], before: ListedEntry[]) => void;
  onDeleted: () => void;
  say: Say;
}

/** One entry, to be corrected where it stands or deleted; both can be undone for a while. */
export function EntryRow({ entry, onPut, onDeleted, say }: EntryRowProps) {
  const viewer = useViewer();
  const [correcting, setCorrecting] = useState(false);
  const correct = useFocusReturn(correcting);
  const words = timeWords(entry, viewer);
  const offer = (said: string, undo: string | undefined, now: ListedEntry[]) => {
    say(said, undo === undefined ? undefined : 'in-flag-too');
    if (undo === undefined) return;
    offerUndo(said, undo, (back) => {
      say(t('common.undone'));
      onPut(back, now);
    });
  };
  if (correcting) {
    return (
      <li className="entry entry-correcting">
        <EntryCorrection
          entry={entry}
          words={words}
          onCorrected={(result) => {
            setCorrecting(false);
            onPut([result.entry], [entry]);
            offer(t('entries.corrected', { entry: timeWords(result.entry, viewer) }), result.undo, [
              result.entry,
            ]);
          }}
          onAsked={(request) => {
            setCorrecting(false);
            onPut([withAsked(entry, request)], [entry]);
            say(askedWords(request, viewer));
          }}
          onCancel={() => setCorrecting(false)}
        />
      </li>
    );
  }
  return (
    <li className="entry">
      <span className="entry-day">{formatDay(entry.startedOn, viewer)}</span>
      <strong className="number">{formatDuration(entry.seconds, viewer.locale)}</strong>
      <span className="quiet small entry-end" title={entry.held && heldWords()}>
        {keptUntilWords(entry, viewer)}
      </span>
      {entry.asked && <span className="small">{waitingWords(entry.asked, viewer)}</span>}
      <span className="row">
        <CorrectButton entry={entry} words={words} button={correct} onClick={() => setCorrecting(true)} />
        {!entry.locked && (
          <DeleteEntryButton
            entry={entry}
            words={words}
            onDeleted={(undo) => {
              offer(t('entries.deleted', { entry: words }), undo, []);
              onDeleted();
            }}
          />
        )}
      </span>
    </li>
  );
}

interface CorrectButtonProps {
  entry: ListedEntry;
  words: string;
  button: RefObject<HTMLButtonElement>;
  onClick: () => void;
}

/** What its owner cannot change alone is asked for, once. */
function CorrectButton({ entry, words, button, onClick }: CorrectButtonProps) {
  if (entry.locked && entry.asked) return null;
  return (
    <button
      type="button"
      ref={button}
      className="plain-button subtle"
      aria-label={t(entry.locked ? 'entries.ask-correction' : 'entries.correct', { entry: words })}
      onClick={onClick}
    >
      {t(entry.locked ? 'entries.ask' : 'common.correct')}
    </button>
  );
}
