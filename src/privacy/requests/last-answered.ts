import { REQUEST, REQUEST_TYPES } from '../data-sets/request';
import type { Engine } from '../engine';
import type { Subject } from '../person/standing';
import { newsSince } from '../time';
import { requestRef } from './requests';

/** When a request of the person was last granted or declined, where that is news; who has made none costs no read. */
export async function lastAnswered(
  engine: Engine,
  { person, standing }: Subject,
): Promise<string | undefined> {
  if (!standing.counts[REQUEST.name]) return undefined;
  const rows = await engine.store.getAll(REQUEST_TYPES.map((type) => requestRef(person.accountId, type)));
  const answered = rows.flatMap((row) =>
    row?.status === 'done' || row?.status === 'declined' ? (row.decidedAt ?? []) : [],
  );
  return answered
    .filter((at) => at >= newsSince(engine.now()))
    .sort()
    .at(-1);
}
