import type { FormEvent } from 'react';
import type { Instant, ListedEntry } from '../../src/contract';
import { formatDay } from '../shared/dates';
import { formatDuration } from '../shared/duration';
import { TimeFailure, TimeFields } from '../shared/time-form/time-fields';
import { useTimeDraft } from '../shared/time-form/use-time-draft';
import { useViewer } from '../shared/viewer';
import { useLogTime } from '../shared/time-form/use-log-time';
import type { Say } from '../shared/use-said';
import { t } from '../shared/words/words';

interface LogTimeFormProps {
  /** The app's clock when the panel opened. */
  now: Instant;
  onLogged: (entry: ListedEntry) => void;
  say: Say;
}

/** Logs time on the work item; the app decides what is right, the page says early what it will say. */
export function LogTimeForm({ now, onLogged, say }: LogTimeFormProps) {
  const viewer = useViewer();
  const draft = useTimeDraft({ now });
  const { send, busy, failure } = useLogTime(draft);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    say('');
    const result = await send();
    if (!result) return;
    say(
      t('panel.logged', {
        time: formatDuration(result.entry.seconds, viewer.locale),
        day: formatDay(result.entry.startedOn, viewer),
        total: formatDuration(result.daySeconds, viewer.locale),
      }),
    );
    draft.setDuration('');
    onLogged(result.entry);
  };

  return (
    <form
      className="stack-tight"
      noValidate
      aria-labelledby="log-time-title"
      onSubmit={(event) => void submit(event)}
    >
      <h2 className="title-xsmall" id="log-time-title">
        {t('time.log-time')}
      </h2>
      <div className="time-fields">
        <TimeFields draft={draft} />
        {/* Not `disabled`, which would take the focus from whoever pressed it. */}
        <button type="submit" className="plain-button primary" aria-disabled={busy}>
          {busy ? t('time.logging') : t('time.log-time')}
        </button>
      </div>
      <TimeFailure failure={failure} />
    </form>
  );
}
