import type { MyRequestPage, News } from '../../contract';
import { REQUEST, REQUEST_TYPES, type PrivacyRequest } from '../data-sets/request';
import type { Engine } from '../engine';
import { assertPlace, fitting, pageAfter, ROWS_BEYOND } from '../pages';
import { readSubject, type Subject } from '../person/subject';
import { FIRST_INSTANT, newsSince } from '../time';
import { earlierRef, requestRef, toView } from './requests';

/**
 * A person's requests, newest first. The newest of each type are read strictly and come with the first page; those that
 * were answered before the person asked for the same again come from the index, which may show the last of them late.
 * @throws Refused where `after` is not the place of a request
 */
export async function requestsOf(
  engine: Engine,
  accountId: string,
  page: { after?: string | undefined; limit?: number | undefined } = {},
): Promise<MyRequestPage> {
  assertPlace(REQUEST.fields.due.value, page.after);
  const refs = page.after === undefined ? REQUEST_TYPES.map((type) => requestRef(accountId, type)) : [];
  const { subject, rows } = await readSubject(engine, accountId, refs);
  // Without a registration, what is still there is about to be deleted.
  if (!subject) return { requests: [] };
  const newest = rows.filter((row) => row !== undefined);
  const isAll = page.after === undefined && newest.length === countOf(subject);
  const { earlier, next } = isAll ? { earlier: [] } : await earlierOf(engine, accountId, page);
  const requests = [...newest, ...earlier].map(toView);
  return {
    requests: requests.sort((one, other) => (one.receivedAt < other.receivedAt ? 1 : -1)),
    ...(next !== undefined && { next }),
  };
}

const countOf = ({ standing }: Subject): number => standing.counts[REQUEST.name] ?? 0;

/** Requests that moved aside, the one that was due last at the top; each is read again strictly. */
async function earlierOf(
  engine: Engine,
  accountId: string,
  { after, limit }: { after?: string | undefined; limit?: number | undefined } = {},
): Promise<{ earlier: PrivacyRequest[]; next?: string }> {
  const most = fitting(limit);
  const listed = await engine.store.query(REQUEST, {
    index: 'by-person',
    partition: [accountId],
    where: { between: [FIRST_INSTANT, after ?? '~'] },
    descending: true,
    limit: most + ROWS_BEYOND,
  });
  const places = listed.map(({ row }) => ({ id: row.id, position: row.due }));
  const { items, next } = pageAfter(places, after, most);
  // Read from where requests move aside, even if the index still lists the old place. The newest of a type is not there.
  const ids = new Set(items.map(({ id }) => id));
  const rows = await engine.store.present([...ids].map((id) => earlierRef(accountId, id)));
  return { earlier: rows.map(({ row }) => row), ...(next !== undefined && { next }) };
}

/** When a request of the person was last answered, and when more time was last taken for one that is open. */
export type RequestNews = Pick<News, 'answeredAt' | 'extendedAt'>;

/**
 * What was last done with requests of the person, if that is news. An answer counts even if the same was asked for again
 * since, which the webhook or an administrator may have done for them. Without requests it costs no read.
 */
export async function readRequestNews(engine: Engine, { person, standing }: Subject): Promise<RequestNews> {
  const { accountId } = person;
  const count = standing.counts[REQUEST.name] ?? 0;
  if (count === 0) return {};
  const newest = await engine.store.present(REQUEST_TYPES.map((type) => requestRef(accountId, type)));
  const earlier = newest.length < count ? (await earlierOf(engine, accountId)).earlier : [];
  const requests = [...newest.map(({ row }) => row), ...earlier];
  const answeredAt = latestNews(engine, requests, ({ status, decidedAt }) =>
    status === 'done' || status === 'declined' ? decidedAt : undefined,
  );
  const extendedAt = latestNews(engine, requests, ({ status, extendedAt: at }) =>
    status === 'open' ? at : undefined,
  );
  return { ...(answeredAt !== undefined && { answeredAt }), ...(extendedAt !== undefined && { extendedAt }) };
}

function latestNews(
  engine: Engine,
  requests: readonly PrivacyRequest[],
  atOf: (request: PrivacyRequest) => string | undefined,
): string | undefined {
  const since = newsSince(engine.now());
  return requests
    .flatMap((request) => atOf(request) ?? [])
    .filter((at) => at >= since)
    .sort()
    .at(-1);
}
