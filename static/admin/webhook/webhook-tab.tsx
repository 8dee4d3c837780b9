import type { AccountId, WebhookView } from '../../../src/contract';
import { call } from '../../shared/call';
import { useLoaded } from '../../shared/use-loaded';
import { LoadState } from '../load-state';
import { TabSection } from '../tab-section';
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
  const loaded = useLoaded<WebhookView>(loadWebhook);
  const { value, reload } = loaded;
  return (
    <TabSection
      id="webhook-title"
      title="Webhook"
      intro="A system of your organisation can announce closed accounts and hand in requests of people. Its word restricts the use of data at once; it erases nothing by itself unless you say so below."
    >
      <LoadState loaded={loaded} what="the webhook" />
      {value && <WebhookControls webhook={value} onChanged={reload} />}
      {value && <AnnouncedPeople announced={value.announced} onChanged={reload} onErased={onErased} />}
      {value?.enabled && <WordErasesForm erases={value.erases} onSaved={reload} />}
      {value && <WebhookCalls calls={value.calls} />}
    </TabSection>
  );
}
