import { useRef, useState } from 'react';
import type { Day, ListedEntry, LogTimeResult } from '../../src/contract';
import { call, type Failure } from '../shared/call';
import { formatDay } from '../shared/dates';
import { formatDuration } from '../shared/duration';
import { FailureMessage } from '../shared/failure-message';
import { useAction } from '../shared/use-action';
import { useViewer } from '../shared/viewer';
import { DurationHint } from './duration-hint';
import { Field } from './field';

interface LogTimeFormProps {
  today: Day;
  onLogged: (entry: ListedEntry) => void;
  say: (text: string) => void;
}

/** Logs time on the issue; the app decides what is right, the page only hints. */
export function LogTimeForm({ today, onLogged, say }: LogTimeFormProps) {
  const viewer = useViewer();
  const [startedOn, setStartedOn] = useState(today);
  const [duration, setDuration] = useState('');
  const { send, busy, failure } = useLogTime();
  const fields = failure?.error.fields ?? {};

  const submit = async () => {
    if (busy) return;
    say('');
    const result = await send(startedOn, duration);
    if (!result) return;
    const logged = formatDuration(result.entry.seconds, viewer.locale);
    const day = formatDay(result.entry.startedOn, viewer);
    say(`${logged} logged on ${day}. That day now has ${formatDuration(result.daySeconds, viewer.locale)}.`);
    setDuration('');
    onLogged(result.entry);
  };

  return (
    <form
      className="stack-tight"
      noValidate
      aria-labelledby="log-time-title"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
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
          onChange={setStartedOn}
          error={fields['startedOn']}
        />
        <Field
          name="duration"
          label="Time spent"
          placeholder="1h 30m"
          value={duration}
          onChange={setDuration}
          error={fields['duration']}
          hint={<DurationHint text={duration} />}
        />
        {/* Not `disabled`, which would take the focus from whoever pressed it. */}
        <button type="submit" className="plain-button primary" aria-disabled={busy}>
          {busy ? 'Logging…' : 'Log time'}
        </button>
      </div>
      {failure && !hasFields(failure) && <FailureMessage failure={failure} />}
    </form>
  );
}

const failed = 'We could not tell whether your time was logged. Log it again: it is never kept twice.';

/**
 * Sends the form. Until an attempt succeeds, every further one with the same words carries the same ID, so it writes
 * once.
 */
function useLogTime() {
  const attempt = useRef({ words: '', requestId: '' });
  const { busy, failure, run } = useAction();

  const send = async (startedOn: Day, duration: string): Promise<LogTimeResult | undefined> => {
    const words = `${startedOn} ${duration}`;
    if (attempt.current.words !== words) attempt.current = { words, requestId: crypto.randomUUID() };
    const { requestId } = attempt.current;
    const timezoneOffset = new Date().getTimezoneOffset();
    const entry = { requestId, startedOn, duration, timezoneOffset };
    const logged = await run(() => call('logTime', entry, failed));
    if (logged) attempt.current = { words: '', requestId: '' };
    return logged;
  };
  return { send, busy, failure };
}

function hasFields({ error }: Failure): boolean {
  return Object.keys(error.fields ?? {}).length > 0;
}
