import type { WebhookView } from '../../../src/contract';
import { call } from '../../shared/call';
import { Message } from '../../shared/message';
import { t } from '../../shared/words/words';
import { NumberField } from '../settings/days-field';
import { SavedForm } from '../settings/saved-form';
import { useSavedForm, type SavedFields } from '../settings/use-saved-form';
import { countedIn } from './counted-in';
import { SAVED_WEBHOOK } from './saved-webhook';
import { limitDifferences, limitToSave, typedLimit } from './typed-webhook';

const FIELDS: SavedFields<WebhookView, string> = {
  ...SAVED_WEBHOOK,
  typedOf: typedLimit,
  differences: limitDifferences,
  fieldsOf: (mostADay) => ({ mostADay }),
  send: (typed, saved) => call('setWebhookLimit', limitToSave(typed, saved)),
};

interface LimitFormProps {
  webhook: WebhookView;
  onSaved: () => void;
}

/** How many people the webhook may restrict on one day, and how many wait since it named more. */
export function LimitForm({ webhook, onSaved }: LimitFormProps) {
  const form = useSavedForm(FIELDS, webhook, onSaved);
  const { today } = webhook.restricting;
  return (
    <SavedForm form={form} verb={t('webhook.save-limit')} waiting={<Waiting webhook={webhook} />}>
      <fieldset className="stack">
        <legend className="title-xsmall">{t('webhook.limit-title')}</legend>
        <NumberField
          label={t('webhook.limit-label')}
          unit={t('webhook.people-a-day')}
          hint={t('webhook.limit-hint', { least: 1, most: 10_000, today })}
          value={form.typed}
          error={form.errors['mostADay']}
          onChange={form.change}
        />
      </fieldset>
    </SavedForm>
  );
}

function Waiting({ webhook: { waiting, restricting } }: Pick<LimitFormProps, 'webhook'>) {
  if (waiting.least === 0) return null;
  return (
    <Message tone="warning" title={t('webhook.waiting-title', countedIn(waiting))}>
      {t('webhook.waiting-about', { most: restricting.mostADay })}
    </Message>
  );
}
