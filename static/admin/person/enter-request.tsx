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
import { t, type Key } from '../../shared/words/words';
import { DateField } from '../date-field';

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
  const { busy, failure, run, corrects } = useAction();
  const enter = async (event: FormEvent) => {
    event.preventDefault();
    setSaid(undefined);
    const entered = await run(() => call('openRequestOf', { accountId, type, receivedOn, identified }));
    if (!entered) return;
    setSaid(t('person.entered', { day: formatDay(entered.dueOn, viewer) }));
    onEntered();
  };
  return (
    <details className="card">
      <summary>{t('person.enter-title')}</summary>
      <form className="stack-tight" onSubmit={(event) => void enter(event)}>
        <Choice
          label={t('person.enter-what')}
          words={requestWords}
          value={type}
          onChosen={corrects(setType)}
        />
        <DateField
          required
          label={t('person.received-on')}
          note={t('person.received-note')}
          value={receivedOn}
          error={failure?.error.fields?.['receivedOn']}
          onChange={corrects(setReceivedOn)}
        />
        <Choice
          label={t('person.enter-identified')}
          words={identityWords}
          value={identified}
          onChosen={corrects(setIdentified)}
        />
        {failure && <FailureMessage failure={failure} />}
        <p role="status">{said}</p>
        <div className="row">
          <Button type="submit" isLoading={busy}>
            {t('person.enter')}
          </Button>
        </div>
      </form>
    </details>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  words: Record<Value, Key>;
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
