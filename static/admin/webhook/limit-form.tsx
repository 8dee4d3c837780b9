import Button from '@atlaskit/button/new';
import { useState, type FormEvent } from 'react';
import type { WebhookView } from '../../../src/contract';
import { call } from '../../shared/call';
import { orMore } from '../../shared/count-words';
import { FailureMessage } from '../../shared/failure-message';
import { Message } from '../../shared/message';
import { useAction } from '../../shared/use-action';
import { useViewer } from '../../shared/viewer';
import { NumberField } from '../settings/days-field';
import '../settings/settings.css';

interface LimitFormProps {
  webhook: WebhookView;
  onSaved: () => void;
}

/** How many people its word may restrict on one day, and how many wait since it named more. */
export function LimitForm({ webhook, onSaved }: LimitFormProps) {
  const { mostADay, today } = webhook.restricting;
  const { locale } = useViewer();
  const [most, setMost] = useState(String(mostADay));
  const [said, setSaid] = useState('');
  const { busy, failure, run } = useAction();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setSaid('');
    if (!(await run(() => call('setWebhookLimit', { mostADay: Number(most) })))) return;
    setSaid('Saved.');
    onSaved();
  };
  return (
    <form className="stack settings-form" noValidate onSubmit={(event) => void save(event)}>
      <Waiting webhook={webhook} />
      <fieldset className="stack">
        <legend className="title-xsmall">How many people it may restrict</legend>
        <NumberField
          label="Restricts at most"
          unit="people a day"
          hint={`1 to 10,000. Today it restricted ${today.toLocaleString(locale)}. If it names more, the others wait for the next days.`}
          value={most}
          error={failure?.error.fields?.['mostADay']}
          onChange={setMost}
        />
      </fieldset>
      {failure && <FailureMessage failure={failure} />}
      <div className="row">
        <Button type="submit" isLoading={busy}>
          Save the limit
        </Button>
        <span role="status">{said}</span>
      </div>
    </form>
  );
}

function Waiting({ webhook: { waiting, restricting } }: Pick<LimitFormProps, 'webhook'>) {
  const { locale } = useViewer();
  if (waiting.least === 0) return null;
  const count = orMore(waiting.least.toLocaleString(locale), waiting.more);
  const one = waiting.least === 1 && !waiting.more;
  return (
    <Message tone="warning" title={`${count} ${one ? 'account waits' : 'accounts wait'}`}>
      The webhook named more accounts than have been dealt with. It restricts no more than{' '}
      {restricting.mostADay.toLocaleString(locale)} people a day, and goes on tomorrow. If these are right,
      set the limit higher. If somebody misused the secret, disable the webhook and undo what it did.
    </Message>
  );
}
