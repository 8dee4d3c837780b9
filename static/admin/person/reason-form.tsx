import Button from '@atlaskit/button/new';
import { useId, useState, type FormEvent } from 'react';
import type { AccessReason } from '../../../src/contract';
import { givenReasons, reasonWords } from '../../shared/access-words';
import { wordOf } from '../../shared/word-of';

interface ReasonFormProps {
  question: string;
  /** What the reason opens, for the button: `Show entries`. */
  verb: string;
  onChosen: (reason: AccessReason) => void;
}

/** Asks why, before anything is looked into. */
export function ReasonForm({ question, verb, onChosen }: ReasonFormProps) {
  const id = useId();
  const [reason, setReason] = useState<AccessReason>();
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!reason);
    if (reason) onChosen(reason);
    else document.getElementById(`${id}-${givenReasons[0]}`)?.focus();
  };
  return (
    <form className="card stack reason-form" noValidate onSubmit={submit}>
      <fieldset className="stack-tight" aria-describedby={`${id}-told`}>
        <legend className="title-small">{question}</legend>
        <p id={`${id}-told`}>
          The reason is told to the person, with the day and that it was an administrator, but not your name.
          It is written to the audit log before anything happens.
        </p>
        {givenReasons.map((value) => (
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
          Choose a reason first. Nothing has been looked into yet.
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
