import { useCallback, useState } from 'react';
import type { Day, WeekView } from '../../src/contract';
import { call } from '../shared/call';
import { FailureMessage } from '../shared/failure-message';
import { StandingMessage } from '../shared/standing-message';
import { offsetOf } from '../shared/today';
import { useLoaded } from '../shared/use-loaded';
import { useViewer } from '../shared/viewer';
import { firstWeekday } from './first-weekday';
import { Sums } from './sums';
import { Ways } from './ways';
import { Week } from './week';

/** What one has logged: today, and a week day by day. Jira draws the page’s heading. */
export function MyTime() {
  const { locale, timeZone } = useViewer();
  const [day, setDay] = useState<Day>();
  const load = useCallback(() => {
    const timezoneOffset = offsetOf(timeZone, new Date());
    const which = day === undefined ? {} : { day };
    return call('getWeek', { ...which, startsOn: firstWeekday(locale), timezoneOffset });
  }, [day, locale, timeZone]);
  const { value, failure, busy, reload } = useLoaded<WeekView>(load);
  return (
    <main className="my-time" aria-busy={busy}>
      {failure && <FailureMessage failure={failure} onRetry={reload} />}
      {!value && !failure && <p className="quiet">Loading your time…</p>}
      {value && (
        <>
          <StandingMessage erasing={value.erasing} restricted={value.restricted} />
          <Sums week={value} />
          <Week week={value} onDay={setDay} />
        </>
      )}
      <Ways />
    </main>
  );
}
