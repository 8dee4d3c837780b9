import type { WaitingSetting } from '../../src/contract';
import { Message } from '../shared/message';
import { WaitingList } from './change-list';
import { TabLink } from './tab-link';
import { useTitles } from './use-titles';
import { t } from '../shared/words/words';

interface WaitingSettingsProps {
  /** One or more. */
  waiting: readonly WaitingSetting[];
}

const isOfWebhook = ({ setting }: WaitingSetting): boolean => setting.startsWith('webhook');

/** How many changes there are to take back: what the webhook's word erases is one, however many numbers it has. */
export function takenBackTogether(waiting: readonly WaitingSetting[]): number {
  const ofWebhook = waiting.filter(isOfWebhook).length;
  return waiting.length - ofWebhook + Math.min(ofWebhook, 1);
}

/** Changes of settings that will erase more, among the figures: each administrator learns of them in time. */
export function WaitingSettings({ waiting }: WaitingSettingsProps) {
  const titles = useTitles();
  return (
    <Message
      tone="warning"
      title={t('admin.waiting-title')}
      actions={
        <>
          {!waiting.every(isOfWebhook) && <TabLink tab="settings">{t('admin.waiting-settings')}</TabLink>}
          {waiting.some(isOfWebhook) && <TabLink tab="webhook">{t('admin.waiting-webhook')}</TabLink>}
        </>
      }
    >
      <WaitingList changes={waiting} titles={titles} />
      <p>{t('admin.waiting-until')}</p>
    </Message>
  );
}
