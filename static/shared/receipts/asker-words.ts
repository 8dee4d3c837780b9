import type { Asker } from '../../../src/contract';

/** Who asked for an erasure. */
export const askerWords: Record<Asker, string> = {
  person: 'The person',
  administrator: 'An administrator',
  atlassian: 'Atlassian',
  retention: 'The end of the retention time',
  uninstall: 'The end of the installation',
  webhook: 'A system of the organisation, through the webhook',
};
