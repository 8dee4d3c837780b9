import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Day, YearView } from '../../../src/contract';
import { dateFormat, dayBeside, longDay } from '../dates';
import { formatDuration } from '../duration';
import { useViewer } from '../viewer';
import { t } from '../words/words';
import { levelOf, type YearMonth } from './year-days';

interface MonthsProps {
  months: readonly YearMonth[];
  year: YearView;
  onDay: (day: Day) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** The months up to today, each a table of weeks. The keyboard comes to one day, and goes on with the arrows. */
export function Months({ months, year, onDay }: MonthsProps) {
  const { today } = year;
  const latest = today.startsWith(year.year) ? today : `${year.year}-12-31`;
  const [current, setCurrent] = useState(latest);
  const box = useRef<HTMLDivElement>(null);
  // A narrow window has room for one month: the latest.
  useEffect(() => {
    box.current?.scrollTo({ left: box.current.scrollWidth });
  }, []);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = STEPS[event.key];
    const from = (event.target as HTMLElement).dataset['day'];
    if (step === undefined || from === undefined) return;
    const to = event.currentTarget.querySelector<HTMLElement>(`[data-day="${dayBeside(from, step)}"]`);
    if (!to) return;
    event.preventDefault();
    setCurrent(to.dataset['day'] ?? current);
    to.focus();
  };
  return (
    <div ref={box} className="months" role="group" aria-label={t('year.days')} onKeyDown={onKeyDown}>
      {months
        .filter(({ first }) => first <= latest)
        .map((month) => (
          <Month key={month.first} month={month} year={year} current={current} onDay={onDay} />
        ))}
    </div>
  );
}

interface MonthProps {
  month: YearMonth;
  year: YearView;
  /** The day to which the keyboard comes. */
  current: Day;
  onDay: (day: Day) => void;
}

function Month({ month, year, current, onDay }: MonthProps) {
  const { locale } = useViewer();
  const name = monthName(month.first, locale);
  const firstWeek = month.weeks.at(1) ?? [];
  return (
    <table className="month">
      <caption>
        {name}{' '}
        <span className="number quiet">{month.seconds > 0 && formatDuration(month.seconds, locale)}</span>
      </caption>
      <thead>
        <tr>
          {firstWeek.map((day) => (
            <th key={day} scope="col" abbr={weekdayName(day, locale, 'long')}>
              {weekdayName(day, locale, 'narrow')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map((week, nth) => (
          <tr key={nth}>
            {week.map((day, at) => (
              <td key={at}>
                {day !== undefined && day <= year.today && (
                  <DayButton day={day} year={year} isCurrent={day === current} onDay={onDay} />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayButtonProps extends Pick<MonthProps, 'year' | 'onDay'> {
  day: Day;
  isCurrent: boolean;
}

function DayButton({ day, year, isCurrent, onDay }: DayButtonProps) {
  const { locale } = useViewer();
  const seconds = year.seconds[day] ?? 0;
  const words =
    seconds > 0
      ? t('year.day', { day: longDay(day, locale), time: formatDuration(seconds, locale) })
      : t('year.day-without-time', { day: longDay(day, locale) });
  return (
    <button
      type="button"
      className="day-mark"
      data-day={day}
      data-level={levelOf(seconds)}
      data-today={day === year.today}
      tabIndex={isCurrent ? 0 : -1}
      title={words}
      aria-label={words}
      onClick={() => onDay(day)}
    />
  );
}

const format = (day: Day | undefined, locale: string, words: Intl.DateTimeFormatOptions): string =>
  day === undefined
    ? ''
    : dateFormat(locale, { ...words, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

const monthName = (day: Day, locale: string): string => format(day, locale, { month: 'long' });

/** The month with its year, in the viewer's language. */
export const monthOfYear = (day: Day, locale: string): string =>
  format(day, locale, { month: 'long', year: 'numeric' });

const weekdayName = (day: Day | undefined, locale: string, weekday: 'long' | 'narrow'): string =>
  format(day, locale, { weekday });
