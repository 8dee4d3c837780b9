import type { YearView } from '../../../src/contract';
import { dayBeside, formatDays } from '../dates';
import { formatDuration } from '../duration';
import '../table.css';
import { useViewer } from '../viewer';
import { weekSums } from './year-days';

/** The weeks of a year in which something is logged, as a table that opens. */
export function WeekSums({ year, startsOn }: { year: YearView; startsOn: number }) {
  const viewer = useViewer();
  const weeks = weekSums(year.seconds, startsOn);
  if (weeks.length === 0) return null;
  return (
    <details className="year-sums">
      <summary>Sums by week</summary>
      <table className="table readable">
        <thead>
          <tr>
            <th scope="col">Week</th>
            <th scope="col" className="at-end">
              Time spent in {year.year}
            </th>
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ first, seconds }) => (
            <tr key={first}>
              <th scope="row">{formatDays(first, dayBeside(first, 6), viewer)}</th>
              <td className="number at-end">{formatDuration(seconds, viewer.locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
