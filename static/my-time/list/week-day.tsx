import type { Day, ListedEntry } from '../../../src/contract';
import { longDay } from '../../shared/dates';
import { formatDuration } from '../../shared/duration';
import type { Issue } from '../../shared/issues';
import type { Found } from '../../shared/look-up';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import type { OwnTime } from '../use-week';
import { DayEntry } from './day-entry';

interface WeekDayProps {
  day: Day;
  isToday: boolean;
  seconds: number;
  entries: ListedEntry[];
  issues: ReadonlyMap<string, Found<Issue>>;
  /** Missing where nothing can be changed. */
  own: OwnTime | undefined;
}

/** One day: its sum, and its entries each with the work item. */
export function WeekDay({ day, isToday, seconds, entries, issues, own }: WeekDayProps) {
  const { locale } = useViewer();
  return (
    <li className="day">
      <div className="row-apart">
        <h3 className="title-xsmall">
          {longDay(day, locale)} {isToday && t('my-time.is-today')}
        </h3>
        {seconds === 0 ? (
          <span className="quiet">{t('my-time.nothing-logged')}</span>
        ) : (
          <strong className="number">{formatDuration(seconds, locale)}</strong>
        )}
      </div>
      {entries.length > 0 && (
        <ul className="day-entries">
          {entries.map((entry) => (
            <DayEntry key={entry.id} entry={entry} found={issues.get(entry.issueId)} own={own} />
          ))}
        </ul>
      )}
    </li>
  );
}
