import type { Day } from '../../../src/contract';
import { YearPicture } from '../../shared/year/year-picture';
import { MonthSums } from './month-sums';

interface YearProps {
  /** How often something was changed on the page. */
  changed: number;
  onDay: (day: Day) => void;
}

/** A year of one's time, which leads to its weeks, and the sums of a month. */
export function Year({ changed, onDay }: YearProps) {
  const show = (day: Day) => {
    onDay(day);
    // The week stands above, out of sight.
    document.getElementById('week-title')?.focus();
  };
  return (
    <YearPicture changed={changed} onDay={show}>
      {(year) => <MonthSums key={year.year} year={year} changed={changed} />}
    </YearPicture>
  );
}
