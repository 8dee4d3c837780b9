import type { MyRequest, RequestPage, RequestRow } from '../../contract';
import type { Stored } from '../../storage/query';
import type { Ref } from '../../storage/store';
import { PERSON } from '../data-sets/registration';
import {
  REQUEST,
  REQUEST_TYPES,
  type PrivacyRequest,
  type RequestStatus,
  type RequestType,
} from '../data-sets/request';
import type { Correction, Engine } from '../engine';
import { assertPlace } from '../pages';
import { readSubject } from '../person/subject';
import { toInstant } from '../time';

/** Where a person's request of a type stands: there is one place for each, so it is read strictly. */
export const requestRef = (accountId: string, type: RequestType): Ref<PrivacyRequest> => ({
  dataSet: REQUEST,
  key: `${accountId}#${type}`,
});

/** The range of the index of due dates; it begins with the end of the due day, in UTC. */
export const dueRange = (dueOn: string, id: string): string => `${dueOn}T23:59:59.999Z#${id}`;

/** The instant after which the request is overdue. */
export const lastMomentOf = ({ due, receivedAt }: PrivacyRequest): string => due.slice(0, receivedAt.length);

/** The day from which the time to answer counts. */
export const receivedOn = (request: Pick<PrivacyRequest, 'receivedAt' | 'receivedOn'>): string =>
  request.receivedOn ?? request.receivedAt.slice(0, DAY_LENGTH);

const DAY_LENGTH = 'yyyy-mm-dd'.length;

/** What a request asks to have corrected; nothing where it is of another type, or of a version that named nothing. */
export function correctionOf({ record, day, seconds }: PrivacyRequest): Correction | undefined {
  if (record === undefined || day === undefined || seconds === undefined) return undefined;
  return { record, day, seconds };
}

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
    dueOn: due.slice(0, DAY_LENGTH),
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

export const toRow = (request: PrivacyRequest): RequestRow => ({
  accountId: request.accountId,
  hasReceiptCode: request.receiptHash !== undefined,
  ...toView(request),
});

const toListed = (request: PrivacyRequest, now: string): RequestRow & { overdue: boolean } => ({
  ...toRow(request),
  overdue: request.status === 'open' && lastMomentOf(request) < now,
});

/** A person's requests, strictly read, newest first. */
export async function requestsOf(engine: Engine, accountId: string): Promise<MyRequest[]> {
  const refs = REQUEST_TYPES.map((type) => requestRef(accountId, type));
  const { subject, rows } = await readSubject(engine, accountId, refs);
  // Without a registration, what is still there is about to be deleted.
  if (!subject) return [];
  const present = rows.filter((row) => row !== undefined);
  return present.map(toView).sort((one, other) => (one.receivedAt < other.receivedAt ? 1 : -1));
}

/**
 * Requests of everyone in a state, the one due first at the top; each is read again strictly, with whoever made it.
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

/** Without a registration, what is still there is about to be deleted. */
async function stillThere(
  engine: Engine,
  listed: ReadonlyArray<Stored<PrivacyRequest>>,
): Promise<PrivacyRequest[]> {
  const rows = await engine.store.getAll([
    ...listed.map(({ key }) => ({ dataSet: REQUEST, key })),
    ...listed.map(({ row }) => ({ dataSet: PERSON, key: row.accountId })),
  ]);
  const requests = rows.slice(0, listed.length) as Array<PrivacyRequest | undefined>;
  return requests.flatMap((request, at) => (request && rows[listed.length + at] ? [request] : []));
}
