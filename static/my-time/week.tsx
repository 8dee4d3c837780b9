import type { Day, WeekView } from '../../src/contract';
import { formatDay } from '../shared/dates';
import { lookUpIssues } from '../shared/issues';
import { MyDataLink } from '../shared/my-data-link';
import { useLookUp } from '../shared/use-look-up';
import { useViewer } from '../shared/viewer';
import { WeekDay } from './week-day';
import { dayBeside, holdsToday } from './week-days';

interface WeekProps {
  week: WeekView;
  /** Asks for the week of a day, or for that of today. */
  onDay: (day: Day | undefined) => void;
}

/** The days of a week up to today, newest first, with what was logged on each. */
export function Week({ week, onDay }: WeekProps) {
  const issues = useLookUp(
    lookUpIssues,
    week.entries.map((entry) => entry.issueId),
  );
  const days = week.days.filter(({ day, seconds }) => day <= week.today || seconds > 0).reverse();
  return (
    <section className="stack-tight" aria-labelledby="week-title">
      <div className="row-apart">
        <WeekTitle week={week} />
        <WeekButtons week={week} onDay={onDay} />
      </div>
      <ul className="days">
        {days.map(({ day, seconds }) => (
          <WeekDay
            key={day}
            day={day}
            isToday={day === week.today}
            seconds={seconds}
            entries={week.entries.filter((entry) => entry.startedOn === day)}
            issues={issues}
          />
        ))}
      </ul>
      {week.more && (
        <p className="quiet">
          The newest {week.entries.length} entries of this week are listed; the sums hold all.{' '}
          <MyDataLink>My data</MyDataLink> lists every one.
        </p>
      )}
    </section>
  );
}

function WeekTitle({ week }: { week: WeekView }) {
  const viewer = useViewer();
  const [first, last] = [week.days[0], week.days.at(-1)];
  const span = first && last ? `${formatDay(first.day, viewer)} – ${formatDay(last.day, viewer)}` : '';
  return (
    <h2 className="title-small" id="week-title">
      {holdsToday(week) ? 'This week' : 'Week'} <span className="quiet small">{span}</span>
    </h2>
  );
}

function WeekButtons({ week, onDay }: WeekProps) {
  const [first, last] = [week.days[0], week.days.at(-1)];
  if (!first || !last) return null;
  const isLast = holdsToday(week) || last.day > week.today;
  return (
    <div className="row" role="group" aria-label="Which week">
      <button type="button" className="plain-button" onClick={() => onDay(dayBeside(first.day, -1))}>
        Week before
      </button>
      {/* Not `disabled`, which would take the focus from whoever pressed it. */}
      <button
        type="button"
        className="plain-button"
        aria-disabled={isLast}
        onClick={() => !isLast && onDay(dayBeside(last.day, 1))}
      >
        Week after
      </button>
    </div>
  );
}
