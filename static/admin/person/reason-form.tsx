import Button from '@atlaskit/button/new';
import { useId, useState, type FormEvent } from 'react';
import type { AuditReason } from '../../../src/contract';
import { reasonWords } from '../../shared/access-words';
import { wordOf } from '../../shared/word-of';
import { t } from '../../shared/words/words';

interface ReasonFormProps<Reason> {
  question: string;
  /** What the reason opens, for the button: `Show entries`. */
  verb: string;
  /** Those to choose from. */
  reasons: readonly Reason[];
  /** Chosen beforehand, to be confirmed or changed. */
  fitting: Reason | undefined;
  onChosen: (reason: Reason) => void;
}

/** Asks why, before anything is looked into. */
export function ReasonForm<Reason extends AuditReason>({
  question,
  verb,
  reasons,
  fitting,
  onChosen,
}: ReasonFormProps<Reason>) {
  const id = useId();
  const [reason, setReason] = useState(fitting);
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!reason);
    if (reason) onChosen(reason);
    else document.getElementById(`${id}-${reasons[0]}`)?.focus();
  };
  return (
    <form className="card stack reason-form" noValidate onSubmit={submit}>
      <fieldset className="stack-tight" aria-describedby={`${id}-told`}>
        <legend className="title-small">{question}</legend>
        <p id={`${id}-told`}>{t('person.reason-told')}</p>
        {reasons.map((value) => (
          <label className="choice" key={value}>
            <input
              type="radio"
              name="reason"
              id={`${id}-${value}`}
              value={value}
              checked={reason === value}
              onChange={() => {
                setReason(value);
                setMissing(false);
              }}
            />
            {wordOf(reasonWords, value)}
          </label>
        ))}
      </fieldset>
      {missing && (
        <p className="field-error" role="alert">
          {t('person.reason-missing')}
        </p>
      )}
      <div>
        <Button type="submit" appearance="primary">
          {verb}
        </Button>
      </div>
    </form>
  );
}
