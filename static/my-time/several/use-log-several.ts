import type { ListedEntry } from '../../../src/contract';
import { writeDuration } from '../../../src/timesheet/duration';
import { call } from '../../shared/call';
import { formatDuration } from '../../shared/duration';
import { isFailure, type Failure } from '../../shared/failure';
import { secondsIn } from '../../shared/seconds-in';
import type { RequestIds } from '../../shared/time-form/use-log-time';
import { offsetOf } from '../../shared/today';
import { useAction, type Action } from '../../shared/use-action';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import type { CellTime } from './times';

/** The app logs at most so many at a time. */
const MOST_AT_ONCE = 60;

const SEVERAL = 'several';

interface Several {
  entries: ListedEntry[];
  /** How many the app left out: of a day that is full now or too long ago, or on a work item that cannot be seen. */
  leftOut: number;
}

interface LogSeveral extends Pick<Action, 'busy' | 'failure' | 'forget'> {
  send: (times: readonly CellTime[]) => Promise<Several | undefined>;
}

/**
 * Logs several times, each in a cell of its own. Until it succeeds, every further attempt carries the same ID, and the app
 * tells by work item, day and time what is there already: so nothing is kept twice, also where less is asked for then.
 */
export function useLogSeveral(requestIds: RequestIds): LogSeveral {
  const { timeZone } = useViewer();
  const { busy, failure, run, forget } = useAction();
  const send = (times: readonly CellTime[]) => {
    const entries = times.map(({ issueId, day, seconds }) => ({
      issueId,
      startedOn: day,
      duration: writeDuration(seconds),
    }));
    return run(async () => {
      const logged: Several = { entries: [], leftOut: 0 };
      for (let at = 0; at < entries.length; at += MOST_AT_ONCE) {
        const answer: Several | Failure = await logSome(
          requestIds.of(SEVERAL),
          entries.slice(at, at + MOST_AT_ONCE),
          offsetOf(timeZone, new Date()),
        );
        if (isFailure(answer)) return answer;
        logged.entries.push(...answer.entries);
        logged.leftOut += answer.leftOut;
      }
      requestIds.forget(SEVERAL);
      return logged;
    });
  };
  return { busy, failure, forget, send };
}

/** What came of it, in words. */
export function severalWords({ entries, leftOut }: Several, locale: string): string {
  const time = formatDuration(secondsIn(entries), locale);
  const logged = t('my-time.several-logged', { count: entries.length, time });
  return leftOut > 0 ? `${logged} ${t('my-time.several-left-out', { count: leftOut })}` : logged;
}

async function logSome(
  requestId: string,
  entries: Array<{ issueId: string; startedOn: string; duration: string }>,
  timezoneOffset: number,
): Promise<Several | Failure> {
  const answer = await call(
    'logEntries',
    { requestId, entries, timezoneOffset },
    t('my-time.several-unanswered'),
  );
  if (isFailure(answer)) return answer;
  return { entries: answer.entries, leftOut: entries.length - answer.entries.length };
}
