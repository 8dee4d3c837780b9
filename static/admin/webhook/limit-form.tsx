import Button from '@atlaskit/button/new';
import type { WebhookView } from '../../../src/contract';
import { call } from '../../shared/call';
import { orMore } from '../../shared/count-words';
import { FailureMessage } from '../../shared/failure-message';
import { Message } from '../../shared/message';
import { useViewer } from '../../shared/viewer';
import { NumberField } from '../settings/days-field';
import { SavedMeanwhile } from '../settings/saved-meanwhile';
import '../settings/settings.css';
import { limitDifferences, limitToSave, typedLimit } from './typed-webhook';
import { useWebhookForm } from './use-webhook-form';

interface LimitFormProps {
  webhook: WebhookView;
  onSaved: () => void;
}

/** How many people its word may restrict on one day, and how many wait since it named more. */
export function LimitForm({ webhook, onSaved }: LimitFormProps) {
  const { locale } = useViewer();
  const form = useWebhookForm({
    webhook,
    typedOf: typedLimit,
    send: (typed: string, loaded) => call('setWebhookLimit', limitToSave(typed, loaded)),
    onSaved,
  });
  const { typed, change, failure, meanwhile } = form;
  const today = webhook.restricting.today.toLocaleString(locale);
  return (
    <form className="stack settings-form" noValidate onSubmit={form.save}>
      <Waiting webhook={webhook} />
      <fieldset className="stack">
        <legend className="title-xsmall">How many people it may restrict</legend>
        <NumberField
          label="Restricts at most"
          unit="people a day"
          hint={`1 to 10,000. Today it restricted ${today}. If it names more, the others wait for the next days.`}
          value={typed}
          error={failure?.error.fields?.['mostADay']}
          onChange={change}
        />
      </fieldset>
      {failure && <FailureMessage failure={failure} />}
      {meanwhile && <SavedMeanwhile changes={limitDifferences(typed, meanwhile)} onTake={form.takeSaved} />}
      <div className="row">
        <Button type="submit" isLoading={form.busy}>
          Save the limit
        </Button>
        <span role="status">{form.said}</span>
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
