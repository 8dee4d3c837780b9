import Button from '@atlaskit/button/new';
import type { WebhookView } from '../../../src/contract';
import { call } from '../../shared/call';
import { Message } from '../../shared/message';
import { periodWords } from '../../shared/period';
import { t } from '../../shared/words/words';
import { WaitingList } from '../change-list';
import { DaysField, NumberField } from '../settings/days-field';
import { SavedForm } from '../settings/saved-form';
import { useSavedForm, type SavedFields } from '../settings/use-saved-form';
import { SAVED_WEBHOOK } from './saved-webhook';
import {
  erasingDifferences,
  erasingToConfirm,
  erasingToSave,
  LEAST_DAYS,
  MOST_DAYS,
  MOST_PEOPLE,
  typedErasing,
  type TypedErasing,
} from './typed-webhook';

const FIELDS: SavedFields<WebhookView, TypedErasing> = {
  ...SAVED_WEBHOOK,
  typedOf: typedErasing,
  differences: erasingDifferences,
  toConfirm: erasingToConfirm,
  fieldsOf: ({ on, days, most }) => ({
    'erases.afterDays': `${on} ${days}`,
    'erases.mostADay': `${on} ${most}`,
  }),
  send: (typed, saved) => call('setWebhookErasing', erasingToSave(typed, saved)),
};

interface WordErasesFormProps {
  webhook: WebhookView;
  onSaved: () => void;
}

/** Whether the webhook's announcements erase, which they do not unless administrators say so here. */
export function WordErasesForm({ webhook, onSaved }: WordErasesFormProps) {
  const form = useSavedForm(FIELDS, webhook, onSaved);
  const takeBack = () =>
    form.takeBack(() => call('takeBackWebhookErasing', {}, t('settings.take-back-unanswered')));
  return (
    <SavedForm
      form={form}
      verb={t('common.save')}
      waiting={<Waiting webhook={form.saved} busy={form.busy} onTakeBack={() => void takeBack()} />}
    >
      <Fields typed={form.typed} errors={form.errors} onChange={form.change} />
    </SavedForm>
  );
}

interface WaitingProps {
  webhook: WebhookView;
  busy: boolean;
  onTakeBack: () => void;
}

/** What its announcements are to erase, as long as that can be taken back: all of it or nothing. */
function Waiting({ webhook, busy, onTakeBack }: WaitingProps) {
  if (webhook.erasesWaiting.length === 0) return null;
  return (
    <Message
      tone="warning"
      title={t('webhook.deletes-waiting')}
      actions={
        <Button isDisabled={busy} onClick={onTakeBack}>
          {t('settings.take-back')}
        </Button>
      }
    >
      <WaitingList changes={webhook.erasesWaiting} />
    </Message>
  );
}

interface FieldsProps {
  typed: TypedErasing;
  errors: Readonly<Record<string, string>>;
  onChange: (typed: TypedErasing) => void;
}

function Fields({ typed, errors, onChange }: FieldsProps) {
  const { on, days, most } = typed;
  const change = (fields: Partial<TypedErasing>) => onChange({ ...typed, ...fields });
  return (
    <fieldset className="stack">
      <legend className="title-xsmall">{t('webhook.deletes-title')}</legend>
      <label className="choice">
        <input type="checkbox" checked={on} onChange={(event) => change({ on: event.target.checked })} />
        {t('webhook.deletes-label')}
      </label>
      {on && (
        <>
          <Message tone="warning" title={t('webhook.deletes-warning')}>
            {t('webhook.deletes-about')}
          </Message>
          <DaysField
            label={t('settings.deleted-after')}
            hint={t('webhook.deletes-after-hint', {
              least: periodWords(LEAST_DAYS),
              most: periodWords(MOST_DAYS),
            })}
            value={days}
            error={errors['erases.afterDays']}
            onChange={(text) => change({ days: text })}
          />
          <NumberField
            label={t('webhook.deletes-most')}
            unit={t('webhook.people-a-day')}
            hint={t('webhook.deletes-most-hint', { least: 1, most: MOST_PEOPLE })}
            value={most}
            error={errors['erases.mostADay']}
            onChange={(text) => change({ most: text })}
          />
        </>
      )}
    </fieldset>
  );
}
