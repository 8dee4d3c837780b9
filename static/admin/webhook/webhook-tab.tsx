import { useCallback } from 'react';
import type { AccountId, WebhookView } from '../../../src/contract';
import { call } from '../../shared/call';
import { useLoaded } from '../../shared/use-loaded';
import { LoadState } from '../load-state';
import { TabSection } from '../tab-section';
import { usePages } from '../use-pages';
import { AnnouncedPeople } from './announced-people';
import { LimitForm } from './limit-form';
import { UndoSection } from './undo-section';
import { WebhookCalls } from './webhook-calls';
import { WebhookControls } from './webhook-controls';
import { WordErasesForm } from './word-erases-form';

const loadWebhook = () => call('getWebhook', {});
const loadAnnounced = (place: { after?: string }) => call('listAnnounced', { limit: 50, ...place });

interface WebhookTabProps {
  /** Of these people something changed that the lists show. */
  onErased: (accountIds: readonly AccountId[]) => void;
}

/** The webhook through which other systems of the organisation announce accounts. */
export default function WebhookTab({ onErased }: WebhookTabProps) {
  const loaded = useLoaded<WebhookView>(loadWebhook);
  const pages = usePages(loadAnnounced);
  const { value, reload } = loaded;
  const { reload: reloadPeople } = pages;
  const reloadAll = useCallback(() => {
    reload();
    reloadPeople();
  }, [reload, reloadPeople]);
  const changed = (accountIds: readonly AccountId[]) => {
    onErased(accountIds);
    reloadAll();
  };
  return (
    <TabSection
      id="webhook-title"
      title="Webhook"
      intro="A system of your organisation can announce closed accounts and hand in requests of people. Its word restricts the use of data at once; it erases nothing by itself unless you say so below."
    >
      <LoadState loaded={loaded} what="the webhook" />
      {value && <WebhookControls webhook={value} onChanged={reloadAll} />}
      {value && <AnnouncedPeople pages={pages} onChanged={changed} />}
      {value && (value.enabled || value.waiting.least > 0) && (
        <LimitForm webhook={value} onSaved={reloadAll} />
      )}
      {value && (value.enabled || value.calls.length > 0) && (
        <UndoSection undo={value.undo} onChanged={reloadAll} />
      )}
      {value?.enabled && <WordErasesForm webhook={value} onSaved={reloadAll} />}
      {value && <WebhookCalls calls={value.calls} />}
    </TabSection>
  );
}
