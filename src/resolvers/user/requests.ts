import * as v from 'valibot';
import type { MyRequest } from '../../contract';
import { engine } from '../../app';
import { openRequest as open } from '../../privacy/requests/open';
import { requestsOf } from '../../privacy/requests/requests';
import { withdrawRequest as withdraw } from '../../privacy/requests/withdraw';
import { forUser } from '../define';
import { nothing, requestType, token } from '../payloads';

export const openRequest = forUser(
  v.strictObject({ type: requestType }),
  ({ type }, asker): Promise<MyRequest> => open(engine, { accountId: asker.accountId, type }),
);

export const listMyRequests = forUser(nothing, async (_, asker): Promise<{ requests: MyRequest[] }> => ({
  requests: await requestsOf(engine, asker.accountId),
}));

export const withdrawRequest = forUser(
  v.strictObject({ type: requestType, id: token }),
  (which, asker): Promise<MyRequest> => withdraw(engine, asker.accountId, which),
);
