import { useState } from 'react';
import type { ListedEntry } from '../../../src/contract';
import { askedWords, timeWords, waitingWords, withAsked } from '../../shared/correction-words';
import { formatDay } from '../../shared/dates';
import { formatDuration } from '../../shared/duration';
import { EntryCorrection } from '../../shared/entries/entry-correction';
import { IssueCell } from '../../shared/entries/issue-cell';
import { issueLabel, type Issue } from '../../shared/issues';
import type { Found } from '../../shared/look-up';
import { useFocusReturn } from '../../shared/use-focus-return';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import { entryWords } from '../grid/cells';
import { DeleteEntry } from '../grid/delete-entry';
import type { OwnTime } from '../use-week';

interface DayEntryProps {
  entry: ListedEntry;
  found: Found<Issue> | undefined;
  /** Missing where nothing can be changed. */
  own: OwnTime | undefined;
}

/** An entry of a day with its work item, to be corrected where it stands or deleted. */
export function DayEntry({ entry, found, own }: DayEntryProps) {
  const viewer = useViewer();
  const [correcting, setCorrecting] = useState(false);
  const correct = useFocusReturn(correcting);
  const names = { workItem: issueLabel(found, entry.issueId), day: formatDay(entry.startedOn, viewer) };
  const words = entryWords(entry, names, viewer.locale);
  return (
    <li>
      <span>
        <IssueCell id={entry.issueId} found={found} />
      </span>
      <span className="number">{formatDuration(entry.seconds, viewer.locale)}</span>
      {entry.asked && <p className="small quiet">{waitingWords(entry.asked, viewer)}</p>}
      {own && correcting && (
        <EntryCorrection
          entry={entry}
          words={words}
          onCorrected={(result) => {
            setCorrecting(false);
            const corrected = timeWords(result.entry, viewer);
            own.put(result.entry, t('entries.corrected', { entry: corrected }), result.undo);
          }}
          onAsked={(request) => {
            setCorrecting(false);
            own.put(withAsked(entry, request), askedWords(request, viewer));
          }}
          onCancel={() => setCorrecting(false)}
        />
      )}
      {own && !correcting && (
        <span className="row entry-changes">
          {!(entry.locked && entry.asked) && (
            <button
              type="button"
              ref={correct}
              className="plain-button subtle"
              aria-label={t(entry.locked ? 'entries.ask-correction' : 'entries.correct', { entry: words })}
              onClick={() => setCorrecting(true)}
            >
              {t(entry.locked ? 'entries.ask' : 'common.correct')}
            </button>
          )}
          {!entry.locked && <DeleteEntry entry={entry} names={names} own={own} onDeleted={() => undefined} />}
        </span>
      )}
    </li>
  );
}
