import * as v from 'valibot';
import { engine } from '../../app';
import type { DecidedRequest, RequestPage, RequestRow, SaidKey } from '../../contract';
import { DECLINE_REASONS } from '../../privacy/data-sets/request';
import {
  EXTENSION_REASONS,
  IDENTITY_CHECKS,
  OBJECTION_OUTCOMES,
  REQUEST_STATUSES,
} from '../../privacy/data-sets/request';
import { Refused } from '../../privacy/errors';
import { eraseApproved } from '../../privacy/requests/approval';
import { withPresentToDecide } from '../../privacy/requests/correction';
import { decide, type Decision } from '../../privacy/requests/decide';
import { extendRequest as extend } from '../../privacy/requests/extend';
import { openRequest } from '../../privacy/requests/open';
import { listRequests as list, toRow } from '../../privacy/requests/requests';
import { addDays, toDay } from '../../privacy/time';
import { forAdmin } from '../define';
import { STANDARD_PAGE, accountId, day, page, requestType, token } from '../payloads';

const which = { accountId, type: requestType, id: token };

export const listRequests = forAdmin(
  v.strictObject({
    ...page,
    status: v.optional(v.picklist(REQUEST_STATUSES)),
  }),
  async ({ status, after, limit }): Promise<RequestPage> => {
    const page = await list(engine, status ?? 'open', { after, limit: limit ?? STANDARD_PAGE });
    return { ...page, requests: await withPresentToDecide(engine, page.requests) };
  },
);

/** Within these days a letter may have been received. */
const MOST_DAYS_AGO = 365;

/** A request that came by letter, with how the administrator knows who asked. */
export const openRequestOf = forAdmin(
  v.strictObject({
    accountId,
    type: requestType,
    receivedOn: day,
    identified: v.picklist(IDENTITY_CHECKS),
  }),
  async ({ accountId: whose, type, receivedOn, identified }, { acting }): Promise<RequestRow> => {
    assertReceived(receivedOn);
    const receivedAt = `${receivedOn}T00:00:00.000Z`;
    const asked = {
      accountId: whose,
      type,
      madeBy: 'administrator',
      identified,
      receivedAt,
      receivedOn,
    } as const;
    const request = await openRequest(acting, asked);
    return { accountId: whose, hasReceiptCode: false, ...request };
  },
);

function assertReceived(receivedOn: string): void {
  const now = engine.now();
  // It may be tomorrow already where the administrator is.
  if (receivedOn <= toDay(addDays(now, 1)) && receivedOn >= toDay(addDays(now, -MOST_DAYS_AGO))) return;
  throw new Refused('INVALID', 'refused.correct-form', {
    receivedOn: 'refused-admin.received-on',
  });
}

/** A decline says why and, for some reasons, until when; an approval says neither. */
const decision = v.variant('decision', [
  v.strictObject({
    ...which,
    decision: v.literal('approve'),
    outcome: v.optional(v.picklist(OBJECTION_OUTCOMES, 'refused-admin.objection-outcome' satisfies SaidKey)),
  }),
  v.strictObject({
    ...which,
    decision: v.literal('decline'),
    reason: v.picklist(DECLINE_REASONS),
    keptUntil: v.optional(day),
  }),
]);

export const decideRequest = forAdmin(decision, async (payload, { acting }): Promise<DecidedRequest> => {
  const decided = await decide(acting, payload, toDecision(payload));
  const job = await eraseApproved(acting, decided);
  return { request: toRow(decided.request), ...(job && { job }) };
});

function toDecision(payload: v.InferOutput<typeof decision>): Decision {
  if (payload.decision === 'approve') return { approved: true, outcome: payload.outcome };
  return { approved: false, reason: payload.reason, keptUntil: payload.keptUntil };
}

export const extendRequest = forAdmin(
  v.strictObject({ ...which, reason: v.picklist(EXTENSION_REASONS) }),
  async ({ reason, ...asked }, { acting }): Promise<RequestRow> =>
    toRow((await extend(acting, asked, reason)).request),
);
