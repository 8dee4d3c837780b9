import type { MyRequest, RequestPage, RequestRow, WhichOwnRequest } from '../../contract';
import type { Stored } from '../../storage/query';
import type { Ref } from '../../storage/store';
import { PERSON } from '../data-sets/registration';
import { REQUEST, type PrivacyRequest, type RequestStatus, type RequestType } from '../data-sets/request';
import type { Correction, Engine } from '../engine';
import { Refused } from '../errors';
import { assertPlace } from '../pages';
import { toInstant } from '../time';
import { lastMomentOf, receivedOn } from './deadlines';

/** Where a person's newest request of a type stands: there is one place for each, so it is read strictly. */
export const requestRef = (accountId: string, type: RequestType): Ref<PrivacyRequest> => ({
  dataSet: REQUEST,
  key: `${accountId}#${type}`,
});

/** Where a request that was answered stands once the person asked for the same again. */
export const earlierRef = (accountId: string, id: string): Ref<PrivacyRequest> => ({
  dataSet: REQUEST,
  key: `${accountId}#${id}`,
});

/** The request that is meant, wherever it stands. */
export const thatOf = (
  { type, id }: WhichOwnRequest,
  rows: ReadonlyArray<PrivacyRequest | undefined>,
): PrivacyRequest | undefined => rows.find((row) => row?.id === id && row.type === type);

/** What a request asks to have corrected; nothing if it is of another type, or an earlier version of the app made it. */
export function correctionOf({ record, day, seconds }: PrivacyRequest): Correction | undefined {
  if (record === undefined || day === undefined || seconds === undefined) return undefined;
  return { record, day, seconds };
}

/** A request as the person who made it sees it. */
export function toView(request: PrivacyRequest): MyRequest {
  const { type, id, status, madeBy, identified, receivedAt, due } = request;
  const { extendedAt, extensionReason, decidedAt, withdrawnBy, declineReason, keptUntil, keptFor } = request;
  const correction = correctionOf(request);
  return {
    type,
    id,
    status,
    ...(madeBy !== undefined && { madeBy }),
    ...(identified !== undefined && { identified }),
    receivedAt,
    receivedOn: receivedOn(request),
    dueOn: due.slice(0, 'yyyy-mm-dd'.length),
    ...(extendedAt !== undefined && { extendedAt }),
    ...(extensionReason !== undefined && { extensionReason }),
    ...(decidedAt !== undefined && { decidedAt }),
    ...(withdrawnBy !== undefined && { withdrawnBy }),
    ...(declineReason !== undefined && { declineReason }),
    ...(keptUntil !== undefined && { keptUntil }),
    ...(keptFor !== undefined && { keptFor }),
    ...(request.restrictedAt !== undefined && { restrictedAt: request.restrictedAt }),
    ...(correction && {
      correction: { id: correction.record, startedOn: correction.day, seconds: correction.seconds },
    }),
  };
}

/** A request as administrators see it. */
export const toRow = (request: PrivacyRequest): RequestRow => ({
  accountId: request.accountId,
  hasReceiptCode: request.receiptHash !== undefined,
  ...toView(request),
});

const toListed = (request: PrivacyRequest, now: string): RequestRow & { overdue: boolean } => ({
  ...toRow(request),
  overdue: request.status === 'open' && lastMomentOf(request) < now,
});

/**
 * Requests of everyone in a state, the one due first at the top; each is read again strictly, with whoever made it, and a
 * page has it once. While the index is late, one that is new or was extended may be on two pages, or on none: whoever joins
 * pages drops doubles by ID.
 * @throws Refused where `after` is not the place of a request
 */
export async function listRequests(
  engine: Engine,
  status: RequestStatus,
  page: { after?: string | undefined; limit: number },
): Promise<RequestPage> {
  assertPlace(REQUEST.fields.due.value, page.after);
  const listed = await engine.store.query(REQUEST, {
    index: 'by-status',
    partition: [status],
    ...(page.after !== undefined && { where: { above: page.after } }),
    limit: page.limit + 1,
  });
  const shown = listed.slice(0, page.limit);
  const rows = await stillThere(engine, shown);
  const now = toInstant(engine.now());
  const next = listed.length > page.limit ? shown.at(-1)?.row.due : undefined;
  return {
    requests: rows.filter((row) => row.status === status).map((row) => toListed(row, now)),
    ...(next !== undefined && { next }),
  };
}

/**
 * The listed requests as strictly read. Those of people without a registration are about to be deleted. The index may list a
 * request where it was before it moved aside, or in both places.
 */
async function stillThere(
  engine: Engine,
  listed: ReadonlyArray<Stored<PrivacyRequest>>,
): Promise<PrivacyRequest[]> {
  const rows = await engine.store.getAll([
    ...listed.map(({ key }) => ({ dataSet: REQUEST, key })),
    ...listed.map(({ row }) => ({ dataSet: PERSON, key: row.accountId })),
  ]);
  const requests = rows.slice(0, listed.length) as Array<PrivacyRequest | undefined>;
  const moved = listed.filter(({ row }, at) => requests[at]?.id !== row.id);
  const aside = await engine.store.present(moved.map(({ row }) => earlierRef(row.accountId, row.id)));
  const there = listed.flatMap(({ row: { id } }, at) => {
    const places = [requests[at], aside.find(({ row }) => row.id === id)?.row];
    return rows[listed.length + at] ? places.filter((row) => row !== undefined) : [];
  });
  return [...new Map(there.map((row) => [row.id, row])).values()];
}

/** Refuses to answer a request that is no longer open. */
export const answeredMeanwhile = (): Refused => new Refused('CONFLICT', 'refused.request-answered');
