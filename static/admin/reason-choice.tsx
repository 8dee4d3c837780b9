import { useId } from 'react';
import type { AccessReason } from '../../src/contract';
import { givenReasons, reasonWords } from '../shared/access-words';
import { wordOf } from '../shared/word-of';

interface ReasonChoiceProps {
  question: string;
  reason: AccessReason | undefined;
  onChosen: (reason: AccessReason) => void;
}

/** Asks why, in a dialog about other people's data. */
export function ReasonChoice({ question, reason, onChosen }: ReasonChoiceProps) {
  const id = useId();
  return (
    <fieldset className="stack-tight reason-choice" aria-describedby={`${id}-told`}>
      <legend className="title-xsmall">{question}</legend>
      <p className="quiet" id={`${id}-told`}>
        The reason is written to the audit log before anything happens.
      </p>
      {givenReasons.map((value) => (
        <label className="choice" key={value}>
          <input
            type="radio"
            name={id}
            value={value}
            checked={reason === value}
            onChange={() => onChosen(value)}
          />
          {wordOf(reasonWords, value)}
        </label>
      ))}
    </fieldset>
  );
}
