import { useId } from 'react';
import { useUnread } from '../../shared/use-unread';

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
      {!since.all && <Moment typed={since.typed} onTyped={(typed) => onChosen({ all: false, typed })} />}
    </fieldset>
  );
}

interface MomentProps {
  typed: string;
  onTyped: (typed: string) => void;
}

function Moment({ typed, onTyped }: MomentProps) {
  const id = useId();
  const { unread, watch } = useUnread(typed, 'Give the whole date and the time.');
  return (
    <div className="form-field">
      <label htmlFor={id}>Since</label>
      <input
        id={id}
        type="datetime-local"
        value={typed}
        aria-invalid={unread !== undefined}
        aria-describedby={`${id}-note`}
        onChange={(event) => onTyped(event.target.value)}
        {...watch}
      />
      <p id={`${id}-note`} className="small field-error">
        {unread}
      </p>
    </div>
  );
}
