import type { WebhookView } from '../../../src/contract';
import { call } from '../../shared/call';
import type { SavedSettings } from '../settings/use-saved-form';

/** The settings of the webhook, for each form over them. */
export const SAVED_WEBHOOK: SavedSettings<WebhookView> = {
  read: () => call('getWebhook', {}),
  waitingIn: ({ erasesWaiting }) => erasesWaiting,
  flag: 'webhook-settings',
  words: {
    saved: 'webhook.saved-flag',
    waits: 'webhook.saved-waiting-flag',
    takenBack: 'webhook.taken-back',
  },
};
