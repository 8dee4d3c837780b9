import { useState } from 'react';
import type { CorrectEntryResult, ListedEntry, MyRequest } from '../../../src/contract';
import { asking, timeWords, waitingWords } from '../correction-words';
import { formatDay, formatInstantDay, fullDay } from '../dates';
import { formatDuration } from '../duration';
import { lookUpIssues } from '../issues';
import { TickAll } from '../tick-all';
import { CorrectEntryForm } from '../time-form/correct-entry-form';
import { secondsIn } from '../seconds-in';
import { useFocusReturn } from '../use-focus-return';
import { useLookUp } from '../use-look-up';
import { useViewer } from '../viewer';
import type { EntryDay } from './entry-days';
import type { EntrySource } from './entry-source';
import { EntrySums, type Shown } from './entry-sums';
import { IssueCell } from './issue-cell';
import { keptUntilWords } from './kept-words';
import type { Selection } from './use-selection';

interface EntryTableProps {
  caption: string;
  /** In the order in which they are shown. */
  days: EntryDay[];
  /** What else there is beside this page. */
  shown: Shown;
  selection: Selection;
  busy: boolean;
  source: Pick<EntrySource, 'correct' | 'ask'>;
  onCorrected: (result: CorrectEntryResult) => void;
  onAsked: (request: MyRequest) => void;
}

/** The note above the table that says why some rows cannot be selected. */
export const LOCKED_NOTE = 'locked-entries';

/** Entries by day as a table whose rows can be selected, and corrected where they stand. */
export function EntryTable({ caption, days, shown, selection, busy, ...changing }: EntryTableProps) {
  const entries = days.flatMap((day) => day.entries);
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
          <th scope="col">Work item</th>
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
      {days.map((day) => (
        <tbody key={day.day}>
          <DayHeading {...day} />
          {day.entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} selection={selection} {...changing}>
              <IssueCell id={entry.issueId} found={issues.get(entry.issueId)} />
            </EntryRow>
          ))}
        </tbody>
      ))}
      <EntrySums entries={entries} shown={shown} />
    </table>
  );
}

function DayHeading({ day, entries, isPart }: EntryDay) {
  const viewer = useViewer();
  return (
    <tr className="day-heading">
      <th scope="rowgroup" colSpan={6}>
        {fullDay(day, viewer)}{' '}
        <span className="quiet number">
          {formatDuration(secondsIn(entries), viewer.locale)}
          {isPart && ' on this page'}
        </span>
      </th>
    </tr>
  );
}

type Changing = Pick<EntryTableProps, 'source' | 'onCorrected' | 'onAsked'>;

interface EntryRowProps extends Changing {
  entry: ListedEntry;
  selection: Selection;
  children: React.ReactNode;
}

function EntryRow({ entry, selection, children, ...changing }: EntryRowProps) {
  const viewer = useViewer();
  const [correcting, setCorrecting] = useState(false);
  const correct = useFocusReturn(correcting);
  if (correcting) return <CorrectingRow entry={entry} {...changing} onClose={() => setCorrecting(false)} />;
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
      <td>{children}</td>
      <td className="number at-end" data-label="Time spent">
        {duration}
        {entry.asked && <p className="small quiet waiting">{waitingWords(entry.asked, viewer)}</p>}
      </td>
      <td className="number quiet" data-label="Logged on">
        {formatInstantDay(entry.createdAt, viewer)}
      </td>
      <td className="number quiet" data-label="Kept until">
        {keptUntilWords(entry, viewer)}
      </td>
      <td className="at-end">
        {(!entry.locked || (changing.source.ask !== undefined && !entry.asked)) && (
          <button
            type="button"
            ref={correct}
            className="plain-button subtle"
            aria-label={`${verbOf(entry)} ${duration} on ${day}`}
            onClick={() => setCorrecting(true)}
          >
            {entry.locked ? 'Ask for a correction' : 'Correct'}
          </button>
        )}
      </td>
    </tr>
  );
}

/** What the button of a row does, before which entry that is. */
const verbOf = ({ locked }: ListedEntry): string => (locked ? 'Ask for a correction of' : 'Correct');

interface CorrectingRowProps extends Changing {
  entry: ListedEntry;
  onClose: () => void;
}

function CorrectingRow({ entry, source, onCorrected, onAsked, onClose }: CorrectingRowProps) {
  const viewer = useViewer();
  const form = { entry, label: `${verbOf(entry)} ${timeWords(entry, viewer)}`, onCancel: onClose };
  const closing =
    <Result,>(then: (result: Result) => void) =>
    (result: Result) => {
      onClose();
      then(result);
    };
  return (
    <tr>
      <td colSpan={6}>
        {entry.locked && source.ask ? (
          <CorrectEntryForm {...form} {...asking} send={source.ask} onSent={closing(onAsked)} />
        ) : (
          <CorrectEntryForm {...form} send={source.correct} onSent={closing(onCorrected)} />
        )}
      </td>
    </tr>
  );
}

/** Selects or clears the whole page, but for what its owner cannot delete. */
export function PageCheckbox({ entries, selection }: { entries: ListedEntry[]; selection: Selection }) {
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
