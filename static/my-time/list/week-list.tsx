import type { WeekView } from '../../../src/contract';
import { lookUpIssues } from '../../shared/issues';
import { useLookUp } from '../../shared/use-look-up';
import type { OwnTime } from '../use-week';
import { WeekDay } from './week-day';

export interface WeekListProps {
  week: WeekView;
  own: OwnTime;
}

/** The days of a week up to today, newest first, with what was logged on each: where a table has no room. */
export function WeekList({ week, own }: WeekListProps) {
  const issues = useLookUp(
    lookUpIssues,
    week.entries.map((entry) => entry.issueId),
  );
  const days = week.days.filter(({ day, seconds }) => day <= week.today || seconds > 0).reverse();
  return (
    <ul className="days">
      {days.map(({ day, seconds }) => (
        <WeekDay
          key={day}
          day={day}
          isToday={day === week.today}
          seconds={seconds}
          entries={week.entries.filter((entry) => entry.startedOn === day)}
          issues={issues}
          own={week.restricted ? undefined : own}
        />
      ))}
    </ul>
  );
}
