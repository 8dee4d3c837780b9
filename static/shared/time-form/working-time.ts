import { requestJira } from '@forge/bridge';
import { useEffect, useState } from 'react';
import { USUAL_WORKING_TIME, type WorkingTime } from '../../../src/timesheet/duration';
import { t } from '../words/words';

interface Configuration {
  timeTrackingConfiguration?: { workingHoursPerDay?: unknown; workingDaysPerWeek?: unknown };
}

/** What a working day and week are on this site, asked of Jira once `needed`; undefined until and unless it answers. */
export function useWorkingTime(needed: boolean): WorkingTime | undefined {
  const [working, setWorking] = useState<WorkingTime>();
  useEffect(() => {
    if (!needed || working) return;
    let current = true;
    void readWorkingTime().then((answer) => {
      if (current) setWorking(answer);
    });
    return () => {
      current = false;
    };
  }, [needed, working]);
  return working;
}

/** Undefined where Jira does not answer, or says what nobody can work. */
async function readWorkingTime(): Promise<WorkingTime | undefined> {
  try {
    const response = await requestJira('/rest/api/3/configuration', {
      headers: { Accept: 'application/json' },
    });
    if (!response.ok) return undefined;
    const { timeTrackingConfiguration: found } = (await response.json()) as Configuration;
    const hoursPerDay = within(found?.workingHoursPerDay, 24);
    const daysPerWeek = within(found?.workingDaysPerWeek, 7);
    if (hoursPerDay === undefined || daysPerWeek === undefined) return undefined;
    return { hoursPerDay, daysPerWeek };
  } catch {
    return undefined;
  }
}

const within = (value: unknown, most: number): number | undefined =>
  typeof value === 'number' && value > 0 && value <= most ? value : undefined;

/** How a duration in days or weeks was read, and on what that rests. */
export function workingTimeWords(time: string, asked: WorkingTime | undefined): string {
  const { hoursPerDay, daysPerWeek } = asked ?? USUAL_WORKING_TIME;
  const values = { time, hours: hoursPerDay, days: daysPerWeek };
  return t(asked ? 'time.read-by-jira' : 'time.read-by-default', values);
}
