import Button from '@atlaskit/button/new';
import type { WebhookView } from '../../../src/contract';
import { call } from '../../shared/call';
import { FailureMessage } from '../../shared/failure-message';
import { Message } from '../../shared/message';
import { NumberField } from '../settings/days-field';
import { SavedMeanwhile } from '../settings/saved-meanwhile';
import '../settings/settings.css';
import { erasingDifferences, erasingToSave, typedErasing, type TypedErasing } from './typed-webhook';
import { useWebhookForm } from './use-webhook-form';

interface WordErasesFormProps {
  webhook: WebhookView;
  onSaved: () => void;
}

/** Whether the webhook's word erases, which it does not unless administrators say so here. */
export function WordErasesForm({ webhook, onSaved }: WordErasesFormProps) {
  const form = useWebhookForm({
    webhook,
    typedOf: typedErasing,
    send: (typed: TypedErasing, loaded) => call('setWebhookErasing', erasingToSave(typed, loaded)),
    onSaved,
  });
  const { typed, failure, meanwhile } = form;
  const { on, days, most } = typed;
  const change = (fields: Partial<TypedErasing>) => form.change({ ...typed, ...fields });
  const fields = failure?.error.fields ?? {};
  return (
    <form className="stack settings-form" noValidate onSubmit={form.save}>
      <fieldset className="stack">
        <legend className="title-xsmall">What its word may do</legend>
        <label className="choice">
          <input type="checkbox" checked={on} onChange={(event) => change({ on: event.target.checked })} />
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
              onChange={(text) => change({ days: text })}
            />
            <NumberField
              label="At most"
              unit="people a day"
              hint="1 to 100. Choose no more than leave your organisation on a busy day."
              value={most}
              error={fields['erases.mostADay']}
              onChange={(text) => change({ most: text })}
            />
          </>
        )}
      </fieldset>
      {failure && <FailureMessage failure={failure} />}
      {meanwhile && <SavedMeanwhile changes={erasingDifferences(typed, meanwhile)} onTake={form.takeSaved} />}
      <div className="row">
        <Button type="submit" isLoading={form.busy}>
          Save
        </Button>
        <span role="status">{form.said}</span>
      </div>
    </form>
  );
}
