import * as v from 'valibot';
import { engine } from '../../app';
import type { DecidedRequest, RequestPage, RequestRow } from '../../contract';
import { DECLINE_REASONS } from '../../privacy/data-sets/decline-reasons';
import { EXTENSION_REASONS, REQUEST_STATUSES } from '../../privacy/data-sets/request';
import { eraseApproved } from '../../privacy/requests/approval';
import { withPresentToDecide } from '../../privacy/requests/correction';
import { decide, type Decision } from '../../privacy/requests/decide';
import { extendRequest as extend } from '../../privacy/requests/extend';
import { listRequests as list, toRow } from '../../privacy/requests/requests';
import { forAdmin } from '../define';
import { accountId, day, page, requestType, token } from '../payloads';

const STANDARD_PAGE = 50;
const which = { accountId, type: requestType, id: token };

export const listRequests = forAdmin(
  v.strictObject({
    ...page,
    status: v.optional(v.picklist(REQUEST_STATUSES, 'Choose a state from the list.')),
  }),
  async ({ status, after, limit }): Promise<RequestPage> => {
    const page = await list(engine, status ?? 'open', { after, limit: limit ?? STANDARD_PAGE });
    return { ...page, requests: await withPresentToDecide(engine, page.requests) };
  },
);

/** A decline says why and, for some reasons, until when; an approval says neither. */
const decision = v.variant('decision', [
  v.strictObject({ ...which, decision: v.literal('approve') }),
  v.strictObject({
    ...which,
    decision: v.literal('decline'),
    reason: v.picklist(DECLINE_REASONS, 'Choose a reason from the list.'),
    keptUntil: v.optional(day),
  }),
]);

export const decideRequest = forAdmin(decision, async (payload): Promise<DecidedRequest> => {
  const decided = await decide(engine, payload, toDecision(payload));
  const job = await eraseApproved(engine, decided);
  return { request: toRow(decided.request), ...(job && { job }) };
});

function toDecision(payload: v.InferOutput<typeof decision>): Decision {
  if (payload.decision === 'approve') return { approved: true };
  return { approved: false, reason: payload.reason, keptUntil: payload.keptUntil };
}

export const extendRequest = forAdmin(
  v.strictObject({ ...which, reason: v.picklist(EXTENSION_REASONS, 'Choose a reason from the list.') }),
  async ({ reason, ...asked }): Promise<RequestRow> => toRow((await extend(engine, asked, reason)).request),
);
