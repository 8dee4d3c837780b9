import { useState } from 'react';
import type { CorrectEntryResult, ListedEntry } from '../../../src/contract';
import { formatDay, formatInstantDay } from '../dates';
import { formatDuration } from '../duration';
import { lookUpIssues } from '../issues';
import { TickAll } from '../tick-all';
import { CorrectEntryForm } from '../time-form/correct-entry-form';
import { useLookUp } from '../use-look-up';
import { useViewer } from '../viewer';
import type { EntrySource } from './entry-source';
import { IssueCell } from './issue-cell';
import { keptUntilWords } from './kept-words';
import type { Selection } from './use-selection';

interface EntryTableProps {
  caption: string;
  entries: ListedEntry[];
  selection: Selection;
  busy: boolean;
  correct: EntrySource['correct'];
  onCorrected: (result: CorrectEntryResult) => void;
}

/** The note above the table that says why some rows cannot be selected. */
export const LOCKED_NOTE = 'locked-entries';

/** Entries as a table whose rows can be selected, and corrected where they stand. */
export function EntryTable({ caption, entries, selection, busy, correct, onCorrected }: EntryTableProps) {
  const [correcting, setCorrecting] = useState<string>();
  const issues = useLookUp(
    lookUpIssues,
    entries.map((entry) => entry.issueId),
  );
  return (
    <table className="table stacking with-ticks entry-table" aria-busy={busy}>
      <caption className="only-read-aloud">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <PageCheckbox entries={entries} selection={selection} />
          </th>
          <th scope="col">Day</th>
          <th scope="col">Issue</th>
          <th scope="col" className="at-end">
            Time spent
          </th>
          <th scope="col">Logged on</th>
          <th scope="col">Kept until</th>
          <th scope="col">
            <span className="only-read-aloud">Correct</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) =>
          entry.id === correcting ? (
            <CorrectingRow
              key={entry.id}
              entry={entry}
              correct={correct}
              onCorrected={(result) => {
                setCorrecting(undefined);
                onCorrected(result);
              }}
              onCancel={() => setCorrecting(undefined)}
            />
          ) : (
            <EntryRow
              key={entry.id}
              entry={entry}
              selection={selection}
              onCorrect={() => setCorrecting(entry.id)}
            >
              <IssueCell id={entry.issueId} found={issues.get(entry.issueId)} />
            </EntryRow>
          ),
        )}
      </tbody>
    </table>
  );
}

interface EntryRowProps {
  entry: ListedEntry;
  selection: Selection;
  onCorrect: () => void;
  children: React.ReactNode;
}

function EntryRow({ entry, selection, onCorrect, children }: EntryRowProps) {
  const viewer = useViewer();
  const selected = selection.entries.has(entry.id);
  const day = formatDay(entry.startedOn, viewer);
  const duration = formatDuration(entry.seconds, viewer.locale);
  return (
    <tr data-selected={selected}>
      <td>
        <input
          type="checkbox"
          className="tick"
          aria-label={`Select ${duration} on ${day}`}
          checked={selected}
          disabled={entry.locked}
          aria-describedby={entry.locked && LOCKED_NOTE}
          onChange={(event) => selection.set([entry], event.target.checked)}
        />
      </td>
      <td className="number">{day}</td>
      <td>{children}</td>
      <td className="number at-end" data-label="Time spent">
        {duration}
      </td>
      <td className="number quiet" data-label="Logged on">
        {formatInstantDay(entry.createdAt, viewer)}
      </td>
      <td className="number quiet" data-label="Kept until">
        {keptUntilWords(entry, viewer)}
      </td>
      <td className="at-end">
        {!entry.locked && (
          <button
            type="button"
            className="plain-button subtle"
            aria-label={`Correct ${duration} on ${day}`}
            onClick={onCorrect}
          >
            Correct
          </button>
        )}
      </td>
    </tr>
  );
}

function CorrectingRow({
  entry,
  ...form
}: Pick<EntryTableProps, 'correct' | 'onCorrected'> & { entry: ListedEntry; onCancel: () => void }) {
  const viewer = useViewer();
  const label = `Correct ${formatDuration(entry.seconds, viewer.locale)} on ${formatDay(entry.startedOn, viewer)}`;
  return (
    <tr>
      <td colSpan={7}>
        <CorrectEntryForm entry={entry} label={label} {...form} />
      </td>
    </tr>
  );
}

/** Selects or clears the whole page, but for what its owner cannot delete. */
export function PageCheckbox({ entries, selection }: Pick<EntryTableProps, 'entries' | 'selection'>) {
  const open = entries.filter(({ locked }) => !locked);
  return (
    <TickAll
      label="Select every entry on this page"
      of={open.length}
      chosen={open.filter((entry) => selection.entries.has(entry.id)).length}
      onTick={(ticked) => selection.set(entries, ticked)}
    />
  );
}
