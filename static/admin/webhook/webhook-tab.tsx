import type { AccountId, WebhookView } from '../../../src/contract';
import { call } from '../../shared/call';
import { FailureMessage } from '../../shared/failure-message';
import { useLoaded } from '../../shared/use-loaded';
import { Loading } from '../loading';
import { AnnouncedPeople } from './announced-people';
import { WebhookCalls } from './webhook-calls';
import { WebhookControls } from './webhook-controls';
import { WordErasesForm } from './word-erases-form';

const loadWebhook = (): ReturnType<typeof call<'getWebhook'>> => call('getWebhook', {});

interface WebhookTabProps {
  /** Of these people something changed that the lists show. */
  onErased: (accountIds: readonly AccountId[]) => void;
}

/** The webhook through which other systems of the organisation announce accounts. */
export default function WebhookTab({ onErased }: WebhookTabProps) {
  const { value, failure, reload } = useLoaded<WebhookView>(loadWebhook);
  return (
    <section className="stack" aria-labelledby="webhook-title">
      <h2 className="title-small" id="webhook-title">
        Webhook
      </h2>
      <p className="quiet readable">
        A system of your organisation can announce closed accounts and hand in requests of people. Its word
        restricts the use of data at once; it erases nothing by itself unless you say so below.
      </p>
      {failure && <FailureMessage failure={failure} onRetry={reload} />}
      {!value && !failure && <Loading what="the webhook" />}
      {value && <WebhookControls webhook={value} onChanged={reload} />}
      {value && <AnnouncedPeople announced={value.announced} onChanged={reload} onErased={onErased} />}
      {value?.enabled && <WordErasesForm erases={value.erases} onSaved={reload} />}
      {value && <WebhookCalls calls={value.calls} />}
    </section>
  );
}
