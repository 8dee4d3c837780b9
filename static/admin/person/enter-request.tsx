import Button from '@atlaskit/button/new';
import { useId, useState, type FormEvent } from 'react';
import type { AccountId, IdentityCheck, RequestType } from '../../../src/contract';
import { call } from '../../shared/call';
import { dayOf, formatDay } from '../../shared/dates';
import { FailureMessage } from '../../shared/failure-message';
import { identityWords, requestWords } from '../../shared/request-words';
import { useAction } from '../../shared/use-action';
import { useViewer } from '../../shared/viewer';
import { wordOf } from '../../shared/word-of';
import '../form-field.css';

interface EnterRequestProps {
  accountId: AccountId;
  onEntered: () => void;
}

/** Enters a request that came by letter or otherwise outside of the app: it is decided on the tab Requests like any other. */
export function EnterRequest({ accountId, onEntered }: EnterRequestProps) {
  const viewer = useViewer();
  const [type, setType] = useState<RequestType>('access');
  const [receivedOn, setReceivedOn] = useState(() => dayOf(new Date(), viewer.timeZone));
  const [identified, setIdentified] = useState<IdentityCheck>('not-yet');
  const [said, setSaid] = useState<string>();
  const { busy, failure, run } = useAction();
  const enter = async (event: FormEvent) => {
    event.preventDefault();
    setSaid(undefined);
    const entered = await run(() => call('openRequestOf', { accountId, type, receivedOn, identified }));
    if (!entered) return;
    setSaid(
      `Entered. The answer is due by ${formatDay(entered.dueOn, viewer)}. Decide it on the tab Requests.`,
    );
    onEntered();
  };
  return (
    <details className="card">
      <summary>Enter a request that came by letter or e-mail</summary>
      <form className="stack-tight" onSubmit={(event) => void enter(event)}>
        <Choice label="What the person asks for" words={requestWords} value={type} onChosen={setType} />
        <DayField value={receivedOn} error={failure?.error.fields?.['receivedOn']} onChange={setReceivedOn} />
        <Choice
          label="How you know who asks"
          words={identityWords}
          value={identified}
          onChosen={setIdentified}
        />
        {failure && <FailureMessage failure={failure} />}
        <p role="status">{said}</p>
        <div className="row">
          <Button type="submit" isLoading={busy}>
            Enter the request
          </Button>
        </div>
      </form>
    </details>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  words: Record<Value, string>;
  value: Value;
  onChosen: (value: Value) => void;
}

function Choice<Value extends string>({ label, words, value, onChosen }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChosen(event.target.value as Value)}>
        {(Object.keys(words) as Value[]).map((one) => (
          <option key={one} value={one}>
            {wordOf(words, one)}
          </option>
        ))}
      </select>
    </div>
  );
}

interface DayFieldProps {
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

function DayField({ value, error, onChange }: DayFieldProps) {
  const id = useId();
  return (
    <div className="form-field">
      <label htmlFor={id}>Received on</label>
      <input
        id={id}
        type="date"
        required
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-note`} className={error === undefined ? 'small quiet' : 'small field-error'}>
        {error ?? 'The time to answer counts from this day.'}
      </p>
    </div>
  );
}
