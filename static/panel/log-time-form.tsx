import { useState, type FormEvent } from 'react';
import type { Day, Instant, LogTimeResult } from '../../src/contract';
import { readDuration } from '../../src/timesheet/duration';
import { formatDay } from '../shared/dates';
import { formatDuration } from '../shared/duration';
import { FailureMessage } from '../shared/failure-message';
import { dayFromToday, useToday } from '../shared/today';
import { useViewer } from '../shared/viewer';
import { useWorkingTime } from '../shared/working-time';
import { DurationHint } from './duration-hint';
import { Field } from './field';
import { useLogTime } from './use-log-time';

interface LogTimeFormProps {
  /** The app's clock when the panel opened. */
  now: Instant;
  onLogged: (result: LogTimeResult) => void;
  say: (text: string) => void;
}

/** Logs time on the work item; the app decides what is right, the page says early what it will say. */
export function LogTimeForm({ now, onLogged, say }: LogTimeFormProps) {
  const viewer = useViewer();
  const { send, busy, faults, corrected, failure } = useLogTime(viewer.timeZone);
  const { today, startedOn, duration, read, working, setDay, setDuration } = useDraft(now, corrected);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    say('');
    const result = await send(startedOn, read);
    if (!result) return;
    const logged = formatDuration(result.entry.seconds, viewer.locale);
    const day = formatDay(result.entry.startedOn, viewer);
    say(`${logged} logged on ${day}. That day now has ${formatDuration(result.daySeconds, viewer.locale)}.`);
    setDuration('');
    onLogged(result);
  };

  return (
    <form
      className="stack-tight"
      noValidate
      aria-labelledby="log-time-title"
      onSubmit={(event) => void submit(event)}
    >
      <h2 className="title-xsmall" id="log-time-title">
        Log time
      </h2>
      <div className="log-time-fields">
        <Field
          name="startedOn"
          label="Date"
          type="date"
          max={today}
          value={startedOn}
          onChange={setDay}
          error={faults['startedOn']}
          hint={dayFromToday(startedOn, today, viewer.locale)}
        />
        <Field
          name="duration"
          label="Time spent"
          placeholder="1h 30m"
          value={duration}
          onChange={setDuration}
          error={faults['duration']}
          hint={<DurationHint read={read} working={working} onChosen={setDuration} />}
        />
        {/* Not `disabled`, which would take the focus from whoever pressed it. */}
        <button type="submit" className="plain-button primary" aria-disabled={busy}>
          {busy ? 'Logging…' : 'Log time'}
        </button>
      </div>
      {failure && <FailureMessage failure={failure} />}
    </form>
  );
}

/** What stands in the form; the day is today, also when that changes, until the person chooses one. */
function useDraft(now: Instant, corrected: (field: string) => void) {
  const viewer = useViewer();
  const today = useToday(now, viewer.timeZone);
  const [chosenDay, setChosenDay] = useState<Day>();
  const [duration, setText] = useState('');
  const working = useWorkingTime(isInWorkingTime(duration));
  const setDay = (day: Day) => {
    setChosenDay(day);
    corrected('startedOn');
  };
  const setDuration = (text: string) => {
    setText(text);
    corrected('duration');
  };
  const read = readDuration(duration, working);
  return { today, startedOn: chosenDay ?? today, duration, read, working, setDay, setDuration };
}

/** Whether Jira's working time says how long this is. */
function isInWorkingTime(duration: string): boolean {
  const read = readDuration(duration);
  return read.is === 'read' && read.byWorkingTime;
}
