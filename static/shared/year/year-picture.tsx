import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import type { Day, YearView } from '../../../src/contract';
import { call } from '../call';
import { formatDuration } from '../duration';
import { FailureMessage } from '../failure-message';
import { firstWeekday } from '../first-weekday';
import { Loading } from '../loading';
import { offsetOf } from '../today';
import { useLoaded } from '../use-loaded';
import { useViewer } from '../viewer';
import { t } from '../words/words';
import { Months } from './months';
import { HOURS_OF_LEVELS, monthsOf, sumOf, weekSums } from './year-days';
import { dayBeside, formatDays } from '../dates';
import '../plain-button.css';
import './year.css';
import '../table.css';

interface YearPictureProps {
  onDay: (day: Day) => void;
  /** Another number once something was changed: the year is read again then. */
  changed: number;
  /** What else is shown of the year. */
  children?: (year: YearView) => ReactNode;
}

/** A year of one's time: a mark for each day, the larger the more is logged, and sums. */
export function YearPicture({ onDay, changed, children }: YearPictureProps) {
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
          {year
            ? t('year.title', { year: year.year, time: formatDuration(sumOf(year.seconds), locale) })
            : t('year.title-without-year')}
        </h2>
        {year && year.years.length > 1 && <Years year={year} onYear={setWanted} />}
      </div>
      {failure && <FailureMessage failure={failure} onRetry={reload} />}
      {!year && !failure && <Loading words={t('year.loading')} lines={8} />}
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
      <span className="quiet">{t('year.year')}</span>
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
  const { locale } = useViewer();
  const times = HOURS_OF_LEVELS.map((hours) => formatDuration(hours * 3600, locale));
  const words = [
    t('year.nothing'),
    ...times.map((time) => t('year.up-to', { time })),
    t('year.more-than', { time: times.at(-1) ?? '' }),
  ];
  return (
    <ul className="row legend small quiet" aria-label={t('year.legend')}>
      {words.map((word, level) => (
        <li key={word}>
          <span className="day-mark" data-level={level} aria-hidden="true" />
          {word}
        </li>
      ))}
    </ul>
  );
}

/** The weeks of a year in which something is logged, as a table that opens. */
function WeekSums({ year, startsOn }: { year: YearView; startsOn: number }) {
  const viewer = useViewer();
  const weeks = weekSums(year.seconds, startsOn);
  if (weeks.length === 0) return null;
  return (
    <details className="year-sums">
      <summary>{t('year.by-week')}</summary>
      <table className="table readable">
        <thead>
          <tr>
            <th scope="col">{t('common.week')}</th>
            <th scope="col" className="at-end">
              {t('year.time-spent', { year: year.year })}
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
