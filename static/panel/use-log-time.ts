import { useRef, useState } from 'react';
import type { Day, LogTimeResult } from '../../src/contract';
import { secondsToLog, writeDuration, type ReadDuration } from '../../src/timesheet/duration';
import { call, isFailure, type Failure } from '../shared/call';
import { offsetOf } from '../shared/today';
import { useAction } from '../shared/use-action';

/** What is wrong, by field; what is said of a field goes when that field is corrected. */
type Faults = Partial<Record<string, string>>;

const unanswered = 'We could not tell whether your time was logged. Log it again here: it is not kept twice.';

/** Checks the form and sends it. */
export function useLogTime(timeZone: string) {
  const [faults, setFaults] = useState<Faults>({});
  const askedDay = useRef<Day>();
  const requestIds = useRequestIds();
  const { busy, failure, run } = useAction();

  const send = async (startedOn: Day, read: ReadDuration): Promise<LogTimeResult | undefined> => {
    const toLog = secondsToLog(read);
    const wrongDay = faultOfDay(startedOn, askedDay.current);
    askedDay.current = startedOn;
    if ('fault' in toLog || wrongDay !== undefined) {
      setFaults({ startedOn: wrongDay, ...('fault' in toLog && { duration: toLog.fault }) });
      return undefined;
    }
    const attempt = `${startedOn} ${toLog.seconds}`;
    const entry = {
      requestId: requestIds.of(attempt),
      startedOn,
      duration: writeDuration(toLog.seconds),
      timezoneOffset: offsetOf(timeZone, new Date()),
    };
    const logged = await run(async () => {
      const answer = await call('logTime', entry, unanswered);
      if (isFailure(answer)) setFaults(answer.error.fields ?? {});
      return answer;
    });
    if (logged) requestIds.forget(attempt);
    return logged;
  };
  const corrected = (field: string) => setFaults((before) => ({ ...before, [field]: undefined }));
  return { send, busy, faults, corrected, failure: failure && hasFields(failure) ? undefined : failure };
}

/**
 * Until an attempt succeeds, every further one with the same day and time carries the same ID, however the time was
 * written, so it writes once.
 */
function useRequestIds() {
  const ids = useRef(new Map<string, string>());
  const of = (attempt: string): string => {
    const id = ids.current.get(attempt) ?? crypto.randomUUID();
    ids.current.set(attempt, id);
    return id;
  };
  return { of, forget: (attempt: string) => ids.current.delete(attempt) };
}

const FIRST_LIKELY_DAY = '2000-01-01';

/** @param asked the day of the attempt before: whoever keeps an unlikely one means it */
function faultOfDay(day: Day, asked: Day | undefined): string | undefined {
  if (day === '') return 'Choose a day.';
  if (day >= FIRST_LIKELY_DAY || day === asked) return undefined;
  return `Is the year ${Number(day.slice(0, 4))} right? Click Log time again to keep it.`;
}

function hasFields({ error }: Failure): boolean {
  return Object.keys(error.fields ?? {}).length > 0;
}
