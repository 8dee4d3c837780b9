import * as v from 'valibot';
import type { MyRequest, MyRequestPage } from '../../contract';
import { engine } from '../../app';
import { openRequest as open } from '../../privacy/requests/open';
import { REQUEST_TYPES } from '../../privacy/data-sets/request';
import { withPresentOfOwn } from '../../privacy/requests/correction';
import { requestsOf } from '../../privacy/requests/of-person';
import { withdrawRequest as withdraw } from '../../privacy/requests/withdraw';
import { dayAndDuration, secondsOf, todayAt } from '../entries';
import { forUser } from '../define';
import { page, requestType, timezoneOffset, token } from '../payloads';

const otherTypes = REQUEST_TYPES.filter((type) => type !== 'correction' && type !== 'objection');

/** Whether the use of the data is restricted until it is answered. */
const restricts = v.optional(v.boolean(), false);

/** A correction names the entry and what is right; nothing else does. */
const asked = v.variant('type', [
  v.strictObject({
    type: v.literal('correction'),
    correction: v.strictObject({ id: token, ...dayAndDuration }),
    restricts,
  }),
  v.strictObject({
    type: v.literal('objection'),
    timezoneOffset,
    restricts,
  }),
  v.strictObject({ type: v.picklist(otherTypes), timezoneOffset }),
]);

export const openRequest = forUser(asked, (payload, { accountId }): Promise<MyRequest> => {
  const { timezoneOffset: offset } = payload.type === 'correction' ? payload.correction : payload;
  const receivedOn = todayAt(engine.now(), offset);
  if (payload.type === 'objection') {
    const { type, restricts } = payload;
    return open(engine, { accountId, type, receivedOn, restricts });
  }
  if (payload.type !== 'correction') return open(engine, { accountId, type: payload.type, receivedOn });
  const { id: record, startedOn: day } = payload.correction;
  const correction = { record, day, seconds: secondsOf(payload.correction) };
  return open(engine, {
    accountId,
    type: 'correction',
    correction,
    receivedOn,
    restricts: payload.restricts,
  });
});

export const listMyRequests = forUser(
  v.strictObject(page),
  async (place, { accountId }): Promise<MyRequestPage> => {
    const { requests, ...more } = await requestsOf(engine, accountId, place);
    return { ...more, requests: await withPresentOfOwn(engine, accountId, requests) };
  },
);

export const withdrawRequest = forUser(
  v.strictObject({ type: requestType, id: token }),
  (which, asker): Promise<MyRequest> => withdraw(engine, asker.accountId, which),
);
