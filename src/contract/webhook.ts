import type { CallOutcome } from '../privacy/data-sets/webhook';
import type { Instant } from './basics';

export type { CallOutcome } from '../privacy/data-sets/webhook';

/** How the webhook stands. */
export interface WebhookView {
  enabled: boolean;
  /** Where calls are sent to; without it, it is not known at the moment. */
  address?: string;
  /** The keys that are valid, the newest first; `endsAt` where one is about to end. */
  keys: Array<{ since: Instant; endsAt?: Instant }>;
  /** The last calls that were signed with a valid key, the newest first. */
  calls: Array<{ at: Instant; outcome: CallOutcome; accounts: number }>;
}

/** A secret is given once: it can be renewed and not be shown again. */
export interface WebhookSecretView {
  webhook: WebhookView;
  /** The key of HMAC-SHA-256 in hexadecimal. */
  secret: string;
}
