import { useId } from 'react';

export interface Since {
  all: boolean;
  /** As the field `datetime-local` gives it. */
  typed: string;
}

interface SinceChoiceProps {
  since: Since;
  onChosen: (since: Since) => void;
}

/** All that the webhook did, or what came of its calls since a moment. */
export function SinceChoice({ since, onChosen }: SinceChoiceProps) {
  const id = useId();
  return (
    <fieldset className="stack-tight">
      <legend className="only-read-aloud">What to undo</legend>
      <label className="choice">
        <input
          type="radio"
          name={id}
          checked={since.all}
          onChange={() => onChosen({ ...since, all: true })}
        />
        Everything it did
      </label>
      <label className="choice">
        <input
          type="radio"
          name={id}
          checked={!since.all}
          onChange={() => onChosen({ ...since, all: false })}
        />
        What came of its calls since a moment
      </label>
      {!since.all && (
        <div className="form-field">
          <label htmlFor={`${id}-since`}>Since</label>
          <input
            id={`${id}-since`}
            type="datetime-local"
            value={since.typed}
            onChange={(event) => onChosen({ all: false, typed: event.target.value })}
          />
        </div>
      )}
    </fieldset>
  );
}
