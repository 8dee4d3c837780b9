import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import type { Day, YearView } from '../../../src/contract';
import { call } from '../call';
import { formatDuration } from '../duration';
import { FailureMessage } from '../failure-message';
import { firstWeekday } from '../first-weekday';
import { Loading } from '../loading';
import '../plain-button.css';
import { offsetOf } from '../today';
import { useLoaded } from '../use-loaded';
import { useViewer } from '../viewer';
import { Months } from './months';
import { WeekSums } from './week-sums';
import { HOURS_OF_LEVELS, monthsOf, sumOf } from './year-days';
import './year.css';

interface YearPictureProps {
  title: string;
  onDay: (day: Day) => void;
  /** Another text once something was changed: the year is read again then. */
  changed: string;
  /** What else is shown of the year. */
  children?: (year: YearView) => ReactNode;
}

/** A year of one's time: a mark for each day, the larger the more is logged, and sums. */
export function YearPicture({ title, onDay, changed, children }: YearPictureProps) {
  const { locale, timeZone } = useViewer();
  const [wanted, setWanted] = useState<string>();
  const load = useCallback(() => {
    const timezoneOffset = offsetOf(timeZone, new Date());
    return call('getYear', { ...(wanted !== undefined && { year: wanted }), timezoneOffset });
  }, [wanted, timeZone]);
  const { value: year, failure, busy, reload } = useLoaded<YearView>(load);
  const startsOn = firstWeekday(locale);
  const seen = useRef(changed);
  useEffect(() => {
    if (seen.current !== changed) reload();
    seen.current = changed;
  }, [changed, reload]);
  return (
    <section className="stack-tight" aria-labelledby="year-title" aria-busy={busy}>
      <div className="row-apart">
        <h2 className="title-small" id="year-title">
          {title}
          {year && ` ${year.year}: ${formatDuration(sumOf(year.seconds), locale)}`}
        </h2>
        {year && year.years.length > 1 && <Years year={year} onYear={setWanted} />}
      </div>
      {failure && <FailureMessage failure={failure} onRetry={reload} />}
      {!year && !failure && <Loading what="the year" lines={8} />}
      {year && (
        <>
          <Legend />
          <Months
            key={year.year}
            months={monthsOf(year.year, year.seconds, startsOn)}
            year={year}
            onDay={onDay}
          />
          <WeekSums year={year} startsOn={startsOn} />
          {children?.(year)}
        </>
      )}
    </section>
  );
}

function Years({ year: { year, years }, onYear }: { year: YearView; onYear: (year: string) => void }) {
  return (
    <label className="row">
      <span className="quiet">Year</span>
      <select value={year} onChange={(event) => onYear(event.currentTarget.value)}>
        {[...new Set([year, ...years])]
          .sort()
          .reverse()
          .map((one) => (
            <option key={one}>{one}</option>
          ))}
      </select>
    </label>
  );
}

/** What the sizes of the marks mean. */
function Legend() {
  const words = [
    'nothing',
    ...HOURS_OF_LEVELS.map((hours) => `up to ${hours}h`),
    `more than ${HOURS_OF_LEVELS.at(-1) ?? 0}h`,
  ];
  return (
    <ul className="row legend small quiet" aria-label="What the marks mean">
      {words.map((word, level) => (
        <li key={word}>
          <span className="day-mark" data-level={level} aria-hidden="true" />
          {word}
        </li>
      ))}
    </ul>
  );
}
