import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { CorrectEntryRequest, ListedEntry } from '../../../src/contract';
import type { Failure } from '../failure';
import '../plain-button.css';
import { useAction } from '../use-action';
import { t } from '../words/words';
import { TimeFailure, TimeFields } from './time-fields';
import { useTimeDraft } from './use-time-draft';

interface CorrectEntryFormProps<Result extends object> {
  entry: ListedEntry;
  /** What this entry is, for a screen reader. */
  label: string;
  verb?: string;
  /** What is to be known before it is sent. */
  note?: string;
  /** What can be chosen with it. */
  choice?: string;
  send: (request: CorrectEntryRequest, chosen: boolean) => Promise<Result | Failure>;
  onSent: (result: Result) => void;
  onCancel: () => void;
}

/** Day and duration of an entry, given where it stands: to correct it, or to ask for that. */
export function CorrectEntryForm<Result extends object>({
  entry,
  label,
  verb = t('common.save'),
  note,
  choice,
  send,
  onSent,
  onCancel,
}: CorrectEntryFormProps<Result>) {
  const draft = useTimeDraft({ startedOn: entry.startedOn, seconds: entry.seconds });
  const { busy, failure, run, forget } = useAction();
  const [chosen, setChosen] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLInputElement>('[name="duration"]')?.focus();
  }, []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    forget();
    const time = busy ? undefined : draft.check();
    if (!time) return;
    const result = await run(async () => {
      const answer = await send({ id: entry.id, ...time }, chosen);
      draft.note(answer);
      return answer;
    });
    if (result) onSent(result);
  };
  return (
    <form
      className="stack-tight"
      noValidate
      ref={form}
      aria-label={label}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <div className="time-fields">
        <TimeFields draft={draft} />
        <span className="row">
          <button type="submit" className="plain-button primary" aria-disabled={busy}>
            {busy ? t('common.sending') : verb}
          </button>
          <button type="button" className="plain-button subtle" onClick={onCancel}>
            {t('common.cancel')}
          </button>
        </span>
      </div>
      {choice !== undefined && <Choice words={choice} chosen={chosen} onChosen={setChosen} />}
      {note !== undefined && <p className="small quiet">{note}</p>}
      <TimeFailure failure={failure} />
    </form>
  );
}

interface ChoiceProps {
  words: string;
  chosen: boolean;
  onChosen: (chosen: boolean) => void;
}

const Choice = ({ words, chosen, onChosen }: ChoiceProps) => (
  <label className="choice small">
    <input type="checkbox" checked={chosen} onChange={(event) => onChosen(event.target.checked)} />
    {words}
  </label>
);
