import { useState } from 'react';
import type { CorrectEntryResult, ListedEntry, MyRequest } from '../../../src/contract';
import { asking, timeWords, waitingWords } from '../correction-words';
import { formatInstantDay, fullDay } from '../dates';
import { formatDuration } from '../duration';
import { issueLabel, lookUpIssues, type Issue } from '../issues';
import type { Found } from '../look-up';
import { TickAll } from '../tick-all';
import { CorrectEntryForm } from '../time-form/correct-entry-form';
import { secondsIn } from '../seconds-in';
import { useFocusReturn } from '../use-focus-return';
import { useLookUp } from '../use-look-up';
import { useViewer } from '../viewer';
import { t } from '../words/words';
import type { EntryDay } from './entry-days';
import type { EntrySource } from './entry-source';
import { EntrySums, type Shown } from './entry-sums';
import { IssueCell } from './issue-cell';
import { keptUntilDay } from './kept-words';
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
          <th scope="col">{t('common.work-item')}</th>
          <th scope="col" className="at-end">
            {t('time.time-spent')}
          </th>
          <th scope="col">{t('entries.logged-on')}</th>
          <th scope="col">{t('entries.kept-until-head')}</th>
          <th scope="col">
            <span className="only-read-aloud">{t('common.correct')}</span>
          </th>
        </tr>
      </thead>
      {days.map((day) => (
        <tbody key={day.day}>
          <DayHeading {...day} />
          {day.entries.map((entry) => (
            <EntryRow
              key={entry.id}
              entry={entry}
              found={issues.get(entry.issueId)}
              selection={selection}
              {...changing}
            />
          ))}
        </tbody>
      ))}
      <EntrySums entries={entries} shown={shown} />
    </table>
  );
}

function DayHeading({ day, entries, isPart }: EntryDay) {
  const viewer = useViewer();
  const time = formatDuration(secondsIn(entries), viewer.locale);
  return (
    <tr className="day-heading">
      <th scope="rowgroup" colSpan={6}>
        {fullDay(day, viewer)}{' '}
        <span className="quiet number">{isPart ? t('entries.time-on-page', { time }) : time}</span>
      </th>
    </tr>
  );
}

type Changing = Pick<EntryTableProps, 'source' | 'onCorrected' | 'onAsked'>;

interface EntryRowProps extends Changing {
  entry: ListedEntry;
  found: Found<Issue> | undefined;
  selection: Selection;
}

function EntryRow({ entry, found, selection, ...changing }: EntryRowProps) {
  const viewer = useViewer();
  const [correcting, setCorrecting] = useState(false);
  const correct = useFocusReturn(correcting);
  if (correcting) {
    return <CorrectingRow entry={entry} found={found} {...changing} onClose={() => setCorrecting(false)} />;
  }
  const selected = selection.entries.has(entry.id);
  const words = timeWords(entry, viewer);
  return (
    <tr data-selected={selected}>
      <td>
        <input
          type="checkbox"
          className="tick"
          aria-label={t('entries.select', { entry: words })}
          checked={selected}
          disabled={entry.locked}
          aria-describedby={entry.locked && LOCKED_NOTE}
          onChange={(event) => selection.set([entry], event.target.checked)}
        />
      </td>
      <td>
        <IssueCell id={entry.issueId} found={found} />
      </td>
      <td className="number at-end" data-label={t('time.time-spent')}>
        {formatDuration(entry.seconds, viewer.locale)}
        {entry.asked && <p className="small quiet waiting">{waitingWords(entry.asked, viewer)}</p>}
      </td>
      <td className="number quiet" data-label={t('entries.logged-on')}>
        {formatInstantDay(entry.createdAt, viewer)}
      </td>
      <td className="number quiet" data-label={t('entries.kept-until-head')}>
        {keptUntilDay(entry, viewer)}
      </td>
      <td className="at-end">
        {canBeCorrected(entry, changing.source) && (
          <button
            type="button"
            ref={correct}
            className="plain-button subtle"
            aria-label={correctWords(entry, words, changing.source)}
            onClick={() => setCorrecting(true)}
          >
            {t(isAskedFor(entry, changing.source) ? 'entries.ask' : 'common.correct')}
          </button>
        )}
      </td>
    </tr>
  );
}

/** Whether its owner cannot correct it alone: an administrator must approve that, or the use of the data is restricted. */
const isAskedFor = ({ locked }: ListedEntry, { correct }: Changing['source']): boolean =>
  locked === true || correct === undefined;

/** By its owner alone, or by asking for it once. */
const canBeCorrected = (entry: ListedEntry, source: Changing['source']): boolean =>
  !isAskedFor(entry, source) || (source.ask !== undefined && !entry.asked);

/** What the button of a row does, and to which entry. */
const correctWords = (entry: ListedEntry, words: string, source: Changing['source']): string =>
  t(isAskedFor(entry, source) ? 'entries.ask-correction' : 'entries.correct', { entry: words });

interface CorrectingRowProps extends Changing {
  entry: ListedEntry;
  found: Found<Issue> | undefined;
  onClose: () => void;
}

function CorrectingRow({ entry, found, source, onCorrected, onAsked, onClose }: CorrectingRowProps) {
  const viewer = useViewer();
  const words = t('entries.on-work-item', {
    entry: timeWords(entry, viewer),
    workItem: issueLabel(found, entry.issueId),
  });
  const form = { entry, label: correctWords(entry, words, source), onCancel: onClose };
  const closing =
    <Result,>(then: (result: Result) => void) =>
    (result: Result) => {
      onClose();
      then(result);
    };
  return (
    <tr>
      <td colSpan={6}>
        <div className="stack-tight">
          <p>
            <IssueCell id={entry.issueId} found={found} />
          </p>
          {isAskedFor(entry, source) && source.ask ? (
            <CorrectEntryForm
              {...form}
              {...asking(!source.correct)}
              send={source.ask}
              onSent={closing(onAsked)}
            />
          ) : (
            source.correct && (
              <CorrectEntryForm {...form} send={source.correct} onSent={closing(onCorrected)} />
            )
          )}
        </div>
      </td>
    </tr>
  );
}

/** Selects or clears the whole page, but for what its owner cannot delete. */
export function PageCheckbox({ entries, selection }: { entries: ListedEntry[]; selection: Selection }) {
  const open = entries.filter(({ locked }) => !locked);
  return (
    <TickAll
      label={t('entries.select-page')}
      of={open.length}
      chosen={open.filter((entry) => selection.entries.has(entry.id)).length}
      onTick={(ticked) => selection.set(entries, ticked)}
    />
  );
}
