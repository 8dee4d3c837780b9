import type { WeekView } from '../../src/contract';
import { formatDuration } from '../shared/duration';
import { useViewer } from '../shared/viewer';
import { nameOf, secondsOf } from './week-days';

/** Today and the week in two figures. */
export function Sums({ week }: { week: WeekView }) {
  const { locale } = useViewer();
  return (
    <dl className="sums">
      <div className="card">
        <dt>Today</dt>
        <dd className="number">{formatDuration(week.todaySeconds, locale)}</dd>
      </div>
      <div className="card">
        <dt>{nameOf(week)}</dt>
        <dd className="number">{formatDuration(secondsOf(week), locale)}</dd>
      </div>
    </dl>
  );
}
