import { useEffect, useRef, useState } from 'react';
import type { ListedEntry } from '../../src/contract';
import { call } from '../shared/call';
import { formatDay } from '../shared/dates';
import { formatDuration } from '../shared/duration';
import { heldWords, keptUntilWords, lockedWords } from '../shared/entries/kept-words';
import { FailureMessage } from '../shared/failure-message';
import { useAction } from '../shared/use-action';
import { useViewer } from '../shared/viewer';

interface EntryRowProps {
  entry: ListedEntry;
  onDeleted: () => void;
  say: (text: string) => void;
}

/** One entry, with a small question before it is deleted. */
export function EntryRow({ entry, onDeleted, say }: EntryRowProps) {
  const viewer = useViewer();
  const [asking, setAsking] = useState(false);
  const day = formatDay(entry.startedOn, viewer);
  const duration = formatDuration(entry.seconds, viewer.locale);
  if (asking) {
    return (
      <li className="entry entry-question">
        <DeleteQuestion
          entry={entry}
          words={`Delete ${duration} on ${day}?`}
          onKeep={() => setAsking(false)}
          onDeleted={() => {
            say(`${duration} on ${day} deleted.`);
            onDeleted();
          }}
        />
      </li>
    );
  }
  return (
    <li className="entry">
      <span className="entry-day">{day}</span>
      <strong className="number">{duration}</strong>
      <span className="quiet small entry-end" title={entry.held && heldWords}>
        Kept until {keptUntilWords(entry, viewer)}
      </span>
      {entry.locked ? (
        <span className="quiet small" title={lockedWords}>
          Deleting needs an approval
        </span>
      ) : (
        <button
          type="button"
          className="plain-button subtle"
          aria-label={`Delete ${duration} on ${day}`}
          onClick={() => setAsking(true)}
        >
          Delete
        </button>
      )}
    </li>
  );
}

interface DeleteQuestionProps {
  entry: ListedEntry;
  words: string;
  onKeep: () => void;
  onDeleted: () => void;
}

function DeleteQuestion({ entry, words, onKeep, onDeleted }: DeleteQuestionProps) {
  const { busy, failure, run } = useAction();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  const remove = async () => {
    if (await run(() => call('deleteEntries', { ids: [entry.id] }, failed))) onDeleted();
  };
  return (
    <div role="group" aria-label={words} className="stack-tight">
      <div className="row-apart">
        <span>{words} This cannot be undone.</span>
        <span className="row">
          <button type="button" ref={keep} className="plain-button subtle" onClick={onKeep}>
            Keep
          </button>
          <button type="button" className="plain-button danger" disabled={busy} onClick={() => void remove()}>
            {busy ? 'Deleting…' : 'Delete'}
          </button>
        </span>
      </div>
      {failure && <FailureMessage failure={failure} />}
    </div>
  );
}

const failed = 'We could not tell whether the entry was deleted. Try again: deleting twice does no harm.';
