import { useEffect, useRef, type FormEvent } from 'react';
import type { CorrectEntryRequest, CorrectEntryResult, ListedEntry } from '../../../src/contract';
import type { Failure } from '../failure';
import '../plain-button.css';
import { useAction } from '../use-action';
import { TimeFailure, TimeFields } from './time-fields';
import { useTimeDraft } from './use-time-draft';

interface CorrectEntryFormProps {
  entry: ListedEntry;
  /** What this entry is, for a screen reader. */
  label: string;
  correct: (request: CorrectEntryRequest) => Promise<CorrectEntryResult | Failure>;
  onCorrected: (result: CorrectEntryResult) => void;
  onCancel: () => void;
}

/** Day and duration of an entry, to be corrected where it stands. */
export function CorrectEntryForm({ entry, label, correct, onCorrected, onCancel }: CorrectEntryFormProps) {
  const draft = useTimeDraft({ startedOn: entry.startedOn, seconds: entry.seconds });
  const { busy, failure, run } = useAction();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLInputElement>('[name="duration"]')?.focus(), []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const time = busy ? undefined : draft.check();
    if (!time) return;
    const result = await run(async () => {
      const answer = await correct({ id: entry.id, ...time });
      draft.note(answer);
      return answer;
    });
    if (result) onCorrected(result);
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
            {busy ? 'Saving…' : 'Save'}
          </button>
          <button type="button" className="plain-button subtle" onClick={onCancel}>
            Cancel
          </button>
        </span>
      </div>
      <TimeFailure failure={failure} />
    </form>
  );
}
