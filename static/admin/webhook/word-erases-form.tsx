import Button from '@atlaskit/button/new';
import { useState, type FormEvent } from 'react';
import type { WebhookView } from '../../../src/contract';
import { call } from '../../shared/call';
import { FailureMessage } from '../../shared/failure-message';
import { Message } from '../../shared/message';
import { useAction } from '../../shared/use-action';
import { NumberField } from '../settings/days-field';
import '../settings/settings.css';

interface WordErasesFormProps {
  erases: WebhookView['erases'];
  onSaved: () => void;
}

/** Whether the webhook's word erases, which it does not unless administrators say so here. */
export function WordErasesForm({ erases, onSaved }: WordErasesFormProps) {
  const [on, setOn] = useState(erases !== undefined);
  const [days, setDays] = useState(String(erases?.afterDays ?? 14));
  const [most, setMost] = useState(String(erases?.mostADay ?? 5));
  const [said, setSaid] = useState('');
  const { busy, failure, run } = useAction();
  const fields = failure?.error.fields ?? {};
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setSaid('');
    const wanted = on ? { erases: { afterDays: Number(days), mostADay: Number(most) } } : {};
    if (!(await run(() => call('setWebhookErasing', wanted)))) return;
    setSaid('Saved.');
    onSaved();
  };
  return (
    <form className="stack settings-form" noValidate onSubmit={(event) => void save(event)}>
      <fieldset className="stack">
        <legend className="title-xsmall">What its word may do</legend>
        <label className="choice">
          <input type="checkbox" checked={on} onChange={(event) => setOn(event.target.checked)} />
          Erase people whose accounts it announced as closed, without asking you
        </label>
        {on && (
          <>
            <Message tone="warning" title="Whoever finds the secret could erase people">
              They could announce anybody as closed. Nobody is erased sooner than the days below, and no more
              people on one day than the number below; until then you see them here and can dismiss it.
              Disabling the webhook ends this at once, also for those who are announced already. What is
              erased cannot be restored.
            </Message>
            <NumberField
              label="Erased after"
              unit="days"
              hint="7 to 365 days after the announcement. Within a week Atlassian has been asked about the account, too."
              value={days}
              error={fields['erases.afterDays']}
              onChange={setDays}
            />
            <NumberField
              label="At most"
              unit="people a day"
              hint="1 to 100. Choose no more than leave your organisation on a busy day."
              value={most}
              error={fields['erases.mostADay']}
              onChange={setMost}
            />
          </>
        )}
      </fieldset>
      {failure && <FailureMessage failure={failure} />}
      <div className="row">
        <Button type="submit" isLoading={busy}>
          Save
        </Button>
        <span role="status">{said}</span>
      </div>
    </form>
  );
}
