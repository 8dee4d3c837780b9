import type { WebhookView } from '../../../src/contract';
import { call } from '../../shared/call';
import { FailureMessage } from '../../shared/failure-message';
import { useLoaded } from '../../shared/use-loaded';
import { Loading } from '../loading';
import { WebhookCalls } from './webhook-calls';
import { WebhookControls } from './webhook-controls';

const loadWebhook = (): ReturnType<typeof call<'getWebhook'>> => call('getWebhook', {});

/** The webhook through which other systems of the organisation announce accounts. */
export default function WebhookTab() {
  const { value, failure, reload } = useLoaded<WebhookView>(loadWebhook);
  return (
    <section className="stack" aria-labelledby="webhook-title">
      <h2 className="title-small" id="webhook-title">
        Webhook
      </h2>
      <p className="quiet readable">
        A system of your organisation can announce closed accounts and hand in requests of people. Its word
        restricts the use of data at once; it erases nothing by itself.
      </p>
      {failure && <FailureMessage failure={failure} onRetry={reload} />}
      {!value && !failure && <Loading what="the webhook" />}
      {value && <WebhookControls webhook={value} onChanged={reload} />}
      {value && <WebhookCalls calls={value.calls} />}
    </section>
  );
}
