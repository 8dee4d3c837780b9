import { useRef, useState } from 'react';
import type { Day, Instant } from '../../../src/contract';
import {
  readDuration,
  secondsToLog,
  writeDuration,
  type ReadDuration,
  type WorkingTime,
} from '../../../src/timesheet/duration';
import { isFailure } from '../failure';
import { offsetOf, useToday } from '../today';
import { useViewer } from '../viewer';
import { t } from '../words/words';
import { useWorkingTime } from './working-time';

/** What is wrong, by field; what is said of a field goes when that field is corrected. */
type Faults = Partial<Record<string, string>>;

/** A day and how long, as the app takes them. */
interface TimeToSend {
  startedOn: Day;
  duration: string;
  timezoneOffset: number;
}

export interface TimeDraft {
  today: Day;
  startedOn: Day;
  duration: string;
  read: ReadDuration;
  /** What Jira says of days and weeks of work; undefined while it has said nothing. */
  working: WorkingTime | undefined;
  faults: Faults;
  setDay: (day: Day) => void;
  setDuration: (text: string) => void;
  /** What is to be sent; nothing where a field is wrong, which is said beside it from then on. */
  check: () => TimeToSend | undefined;
  /** Takes over what a refusal says of the fields; any other answer says nothing of them. */
  note: (answer: object) => void;
}

/**
 * A day and a duration that somebody is entering. Until they choose a day it is today, also after midnight.
 * @param first what the fields begin with; `now`: the app's clock, where the page knows it
 */
export function useTimeDraft(first: {
  now?: Instant;
  startedOn?: Day;
  seconds?: number;
  typed?: string | undefined;
}): TimeDraft {
  const { timeZone } = useViewer();
  const [opened] = useState(() => new Date().toISOString());
  const today = useToday(first.now ?? opened, timeZone);
  const [chosenDay, setChosenDay] = useState(first.startedOn);
  const [duration, setText] = useState(
    first.typed ?? (first.seconds === undefined ? '' : writeDuration(first.seconds)),
  );
  const [faults, setFaults] = useState<Faults>({});
  const askedDay = useRef<Day>();
  const working = useWorkingTime(isInWorkingTime(duration));
  const startedOn = chosenDay ?? today;
  const read = readDuration(duration, working);

  const corrected = (field: string) => setFaults((before) => ({ ...before, [field]: undefined }));
  return {
    today,
    startedOn,
    duration,
    read,
    working,
    faults,
    setDay: (day) => {
      setChosenDay(day);
      corrected('startedOn');
    },
    setDuration: (text) => {
      setText(text);
      corrected('duration');
    },
    check: () => {
      const toLog = secondsToLog(read);
      const wrongDay = faultOfDay(startedOn, askedDay.current ?? first.startedOn);
      askedDay.current = startedOn;
      setFaults({ startedOn: wrongDay, ...('fault' in toLog && { duration: t(toLog.fault) }) });
      if ('fault' in toLog || wrongDay !== undefined) return undefined;
      const timezoneOffset = offsetOf(timeZone, new Date());
      return { startedOn, duration: writeDuration(toLog.seconds), timezoneOffset };
    },
    note: (answer) => {
      if (isFailure(answer)) setFaults(answer.error.fields ?? {});
    },
  };
}

/** Whether Jira's working time says how long this is. */
function isInWorkingTime(duration: string): boolean {
  const read = readDuration(duration);
  return read.is === 'read' && read.byWorkingTime;
}

const FIRST_LIKELY_DAY = '2000-01-01';

/** @param asked the day of the attempt before: whoever keeps an unlikely one means it */
function faultOfDay(day: Day, asked: Day | undefined): string | undefined {
  if (day === '') return t('refused.day');
  if (day >= FIRST_LIKELY_DAY || day === asked) return undefined;
  return t('time.unlikely-year', { year: String(Number(day.slice(0, 4))) });
}
