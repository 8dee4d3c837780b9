import { useCallback, useId, useState } from 'react';
import type { Day, WeekView } from '../../../src/contract';
import { call } from '../../shared/call';
import { dayBeside, longDay } from '../../shared/dates';
import { formatDuration } from '../../shared/duration';
import { FailureMessage } from '../../shared/failure-message';
import { firstWeekday } from '../../shared/first-weekday';
import { Loading } from '../../shared/loading';
import { offsetOf } from '../../shared/today';
import { useLoaded } from '../../shared/use-loaded';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import { DayTicks } from './day-ticks';
import { Preview, type InWeek } from './preview';
import { repeatedDay, repeatedWeek } from './times';

const WEEK_BEFORE = 'week-before';

/** Repeats the week before in the week that is shown, or a day of it on others. */
export function Repeat(props: InWeek) {
  const { week } = props;
  const { locale } = useViewer();
  // A day of the week, or the week before.
  const [what, setWhat] = useState(WEEK_BEFORE);
  const [onDays, setOnDays] = useState<readonly Day[]>([]);
  const id = useId();
  return (
    <>
      <span className="row">
        <label htmlFor={id}>{t('my-time.repeat')}</label>
        <select
          id={id}
          value={what}
          onChange={(event) => {
            setWhat(event.target.value);
            setOnDays([]);
          }}
        >
          <option value={WEEK_BEFORE}>{t('my-time.repeat-week-before')}</option>
          {week.days
            .filter(({ seconds }) => seconds > 0)
            .map(({ day, seconds }) => (
              <option key={day} value={day}>
                {longDay(day, locale)} ({formatDuration(seconds, locale)})
              </option>
            ))}
        </select>
      </span>
      {what === WEEK_BEFORE ? (
        <WeekBefore {...props} />
      ) : (
        <>
          <DayTicks
            legend={t('my-time.repeat-on')}
            days={othersOf(week, what)}
            chosen={onDays}
            onChosen={setOnDays}
          />
          {/* What failed was about other days. */}
          <Preview
            key={`${what} ${onDays.join(' ')}`}
            {...props}
            times={repeatedDay(week, what, onDays)}
            empty={t('my-time.tick-days')}
          />
        </>
      )}
    </>
  );
}

/** The days of a week that have come, but for one. */
const othersOf = ({ days, today }: WeekView, day: Day): Day[] =>
  days.map((one) => one.day).filter((one) => one !== day && one <= today);

function WeekBefore(props: InWeek) {
  const { locale, timeZone } = useViewer();
  const first = props.week.days[0]?.day ?? props.week.today;
  const load = useCallback(() => {
    const timezoneOffset = offsetOf(timeZone, new Date());
    return call('getWeek', { day: dayBeside(first, -1), startsOn: firstWeekday(locale), timezoneOffset });
  }, [first, locale, timeZone]);
  const { value, failure, reload } = useLoaded<WeekView>(load);
  if (failure) return <FailureMessage failure={failure} onRetry={reload} />;
  if (!value) return <Loading words={t('my-time.loading-week-before')} />;
  return (
    <>
      {value.more && <p>{t('my-time.newest-repeated', { count: value.entries.length })}</p>}
      <Preview {...props} times={repeatedWeek(value, 7)} />
    </>
  );
}
