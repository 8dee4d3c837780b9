import type { RequestType } from '../../src/contract';

/** A decline that the law knows, for each kind of request. */
export const DECLINES: Readonly<Record<RequestType, object>> = {
  access: { decision: 'decline', reason: 'rights-of-others' },
  portability: { decision: 'decline', reason: 'unfounded' },
  erasure: { decision: 'decline', reason: 'working-time-law', keptUntil: '2027-12-31' },
  correction: { decision: 'decline', reason: 'data-is-right' },
  restriction: { decision: 'decline', reason: 'no-ground' },
  objection: { decision: 'decline', reason: 'compelling-grounds' },
};
