import type { Asker } from '../../../src/contract';
import type { Key } from '../words/words';

/** Who asked for an erasure. */
export const askerWords = {
  person: 'audit.by-person',
  administrator: 'audit.by-administrator',
  atlassian: 'audit.by-atlassian',
  retention: 'receipts.by-retention',
  uninstall: 'receipts.by-uninstall',
  webhook: 'audit.by-webhook',
} as const satisfies Record<Asker, Key>;
