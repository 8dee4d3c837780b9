import { useCallback } from 'react';
import type { AccountId, WebhookView } from '../../../src/contract';
import { call } from '../../shared/call';
import { useLoaded } from '../../shared/use-loaded';
import { t } from '../../shared/words/words';
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
  /** What its announcements may erase was changed, which the figures say as long as that waits. */
  onSaved: () => void;
}

/** The webhook through which other systems of the organisation announce accounts. */
export default function WebhookTab({ onErased, onSaved }: WebhookTabProps) {
  const loaded = useLoaded<WebhookView>(loadWebhook);
  const pages = usePages(loadAnnounced);
  const { value, reload } = loaded;
  const { reload: reloadPeople } = pages;
  const reloadAll = useCallback(() => {
    reload();
    reloadPeople();
  }, [reload, reloadPeople]);
  const saved = () => {
    onSaved();
    reload();
  };
  const changed = (accountIds: readonly AccountId[]) => {
    onErased(accountIds);
    reloadAll();
  };
  return (
    <TabSection id="webhook-title" title={t('admin.tab-webhook')} intro={t('webhook.intro')}>
      <LoadState loaded={loaded} words={t('webhook.loading')} />
      {value && <WebhookControls webhook={value} onChanged={reloadAll} />}
      {value && <AnnouncedPeople pages={pages} onChanged={changed} />}
      {value && (value.enabled || value.waiting.least > 0) && (
        <LimitForm webhook={value} onSaved={reloadAll} />
      )}
      {value && (value.enabled || value.calls.length > 0) && (
        <UndoSection undo={value.undo} onChanged={reloadAll} />
      )}
      {value?.enabled && <WordErasesForm webhook={value} onSaved={saved} />}
      {value && <WebhookCalls calls={value.calls} />}
    </TabSection>
  );
}
