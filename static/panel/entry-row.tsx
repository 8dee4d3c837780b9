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
  /** The use of the data is restricted. */
  restricted: boolean;
  onPut: (entries: ListedEntry[], before: ListedEntry[]) => void;
  onDeleted: () => void;
  say: Say;
}

/** One entry, to be corrected where it stands or deleted; both can be undone for a while. */
export function EntryRow({ entry, restricted, onPut, onDeleted, say }: EntryRowProps) {
  const viewer = useViewer();
  const [correcting, setCorrecting] = useState(false);
  const correct = useFocusReturn(correcting);
  const words = timeWords(entry, viewer);
  const offer = offering(say, onPut);
  const put = (now: ListedEntry) => {
    setCorrecting(false);
    onPut([now], [entry]);
  };
  if (correcting) {
    return (
      <li className="entry entry-correcting">
        <EntryCorrection
          entry={entry}
          words={words}
          restricted={restricted}
          onCorrected={({ entry: now, undo }) => {
            put(now);
            offer(t('entries.corrected', { entry: timeWords(now, viewer) }), undo, [now]);
          }}
          onAsked={(request) => {
            put(withAsked(entry, request));
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
        <CorrectButton
          asks={entry.locked === true || restricted}
          entry={entry}
          words={words}
          button={correct}
          onClick={() => setCorrecting(true)}
        />
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

/** Says what was done, and offers to undo it where that can be. */
const offering =
  (say: Say, onPut: EntryRowProps['onPut']) =>
  (said: string, undo: string | undefined, now: ListedEntry[]): void => {
    say(said, undo === undefined ? undefined : 'in-flag-too');
    if (undo === undefined) return;
    offerUndo(said, undo, (back) => {
      say(t('common.undone'));
      onPut(back, now);
    });
  };

interface CorrectButtonProps {
  asks: boolean;
  entry: ListedEntry;
  words: string;
  button: RefObject<HTMLButtonElement>;
  onClick: () => void;
}

/** What its owner cannot change alone is asked for, once. */
function CorrectButton({ asks, entry, words, button, onClick }: CorrectButtonProps) {
  if (asks && entry.asked) return null;
  return (
    <button
      type="button"
      ref={button}
      className="plain-button subtle"
      aria-label={t(asks ? 'entries.ask-correction' : 'entries.correct', { entry: words })}
      onClick={onClick}
    >
      {t(asks ? 'entries.ask' : 'common.correct')}
    </button>
  );
}
