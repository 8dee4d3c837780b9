import Button from '@atlaskit/button/new';
import { useId, useState, type KeyboardEvent } from 'react';
import { ControllerPage } from '../../shared/controller-page';
import { readIssueKey } from '../../shared/issues';

interface ControllerChoiceProps {
  /** ID of the work item that is chosen. */
  value: string | null;
  error: string | undefined;
  onChange: (value: string | null) => void;
}

/** Which work item says who is responsible for the data, and whom people ask. */
export function ControllerChoice({ value, error, onChange }: ControllerChoiceProps) {
  return (
    <fieldset className="stack-tight">
      <legend className="title-xsmall">Who is responsible for the data</legend>
      <p>
        The law wants people to know your organisation’s name, its contact and its data protection officer.
        Write them into a work item that everybody on this site can see. People then find it in the notice and
        in their export. The app stores the ID of the work item only.
      </p>
      {value === null ? (
        <p className="quiet">None is chosen yet. The notice says so.</p>
      ) : (
        <p className="row">
          <ControllerPage id={value} />
          <Button spacing="compact" onClick={() => onChange(null)}>
            Choose none
          </Button>
        </p>
      )}
      <KeyField error={error} onFound={onChange} />
    </fieldset>
  );
}

/** The browser asks Jira for the key, as the administrator. */
function KeyField({ error, onFound }: { error: string | undefined; onFound: (id: string) => void }) {
  const id = useId();
  const [key, setKey] = useState('');
  const [problem, setProblem] = useState<string>();
  const choose = async () => {
    const found = await readIssueKey(key);
    setProblem('problem' in found ? found.problem : undefined);
    if ('problem' in found) return;
    setKey('');
    onFound(found.issue.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void choose();
  };
  const wrong = problem ?? error;
  return (
    <div className="form-field">
      <label htmlFor={id}>Key of the work item</label>
      <span className="row">
        <input
          id={id}
          className="key-input"
          value={key}
          placeholder="ABC-123"
          autoComplete="off"
          aria-invalid={wrong !== undefined}
          aria-describedby={`${id}-note`}
          onChange={(event) => setKey(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <Button onClick={() => void choose()}>Choose this work item</Button>
      </span>
      <p id={`${id}-note`} role="status" className={wrong ? 'small field-error' : 'small quiet'}>
        {wrong ?? 'Save the settings afterwards.'}
      </p>
    </div>
  );
}
