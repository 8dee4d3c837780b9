import type { CallOutcome } from '../../../src/contract';

/** How a call of the webhook ended. */
export const callWords: Record<CallOutcome, string> = {
  accepted: 'Accepted',
  duplicate: 'Sent before',
  'bad-request': 'Not understood',
  'try-later': 'To be sent again',
};
