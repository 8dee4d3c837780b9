import type { Day, ListedEntry } from '../../src/contract';
import { longDay } from '../shared/dates';
import { formatDuration } from '../shared/duration';
import { IssueCell } from '../shared/entries/issue-cell';
import type { Issue } from '../shared/issues';
import type { Found } from '../shared/look-up';
import { useViewer } from '../shared/viewer';

interface WeekDayProps {
  day: Day;
  isToday: boolean;
  seconds: number;
  entries: ListedEntry[];
  issues: ReadonlyMap<string, Found<Issue>>;
}

/** One day: its sum, and its entries each with the work item. */
export function WeekDay({ day, isToday, seconds, entries, issues }: WeekDayProps) {
  const { locale } = useViewer();
  return (
    <li className="day">
      <div className="row-apart">
        <h3 className="title-xsmall">
          {longDay(day, locale)}
          {isToday && ' (today)'}
        </h3>
        {seconds === 0 ? (
          <span className="quiet">Nothing logged</span>
        ) : (
          <strong className="number">{formatDuration(seconds, locale)}</strong>
        )}
      </div>
      {entries.length > 0 && (
        <ul className="day-entries">
          {entries.map((entry) => (
            <li key={entry.id}>
              <span>
                <IssueCell id={entry.issueId} found={issues.get(entry.issueId)} />
              </span>
              <span className="number">{formatDuration(entry.seconds, locale)}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
