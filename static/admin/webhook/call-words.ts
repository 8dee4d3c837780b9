import type { CallOutcome } from '../../../src/contract';
import type { Key } from '../../shared/words/words';

/** How a call of the webhook ended. */
export const callWords = {
  accepted: 'webhook.call-accepted',
  duplicate: 'webhook.call-duplicate',
  'bad-request': 'webhook.call-bad-request',
  'try-later': 'webhook.call-try-later',
} as const satisfies Record<CallOutcome, Key>;
