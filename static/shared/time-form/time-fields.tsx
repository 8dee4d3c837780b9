import type { Failure } from '../failure';
import { FailureMessage } from '../failure-message';
import { dayFromToday } from '../today';
import { useViewer } from '../viewer';
import { t } from '../words/words';
import { DurationHint } from './duration-hint';
import { Field } from './field';
import './time-form.css';
import type { TimeDraft } from './use-time-draft';

/** The two fields of a time entry, with how the app reads them. */
export function TimeFields({ draft }: { draft: TimeDraft }) {
  const { locale } = useViewer();
  const { today, startedOn, duration, faults, setDay, setDuration } = draft;
  return (
    <>
      <Field
        name="startedOn"
        label={t('time.date')}
        type="date"
        max={today}
        value={startedOn}
        onChange={setDay}
        error={faults['startedOn']}
        hint={dayFromToday(startedOn, today, locale)}
      />
      <Field
        name="duration"
        label={t('time.time-spent')}
        placeholder="1h 30m"
        value={duration}
        onChange={setDuration}
        error={faults['duration']}
        hint={<DurationHint read={draft.read} working={draft.working} onChosen={setDuration} />}
      />
    </>
  );
}

/** Why it was not carried out, unless a field says so. */
export function TimeFailure({ failure }: { failure: Failure | undefined }) {
  const hasFields = Object.keys(failure?.error.fields ?? {}).length > 0;
  return failure && !hasFields ? <FailureMessage failure={failure} /> : null;
}
