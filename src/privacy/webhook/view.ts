import type { Counted } from '../../contract';
import { TAKEN_REQUEST } from '../data-sets/webhook';
import type { Engine } from '../engine';
import { FIRST_INSTANT } from '../time';

/** Requests looked at to count: a row of 500 accounts is large. */
const MOST_REQUESTS = 25;

/** How many accounts wait to be carried out, of the requests since an instant that have waited longest. */
export async function countWaiting(engine: Engine, since: string = FIRST_INSTANT): Promise<Counted> {
  const listed = await engine.store.query(TAKEN_REQUEST, {
    index: 'waitingSince',
    where: { between: [since, '~'] },
    limit: MOST_REQUESTS + 1,
  });
  const least = listed
    .slice(0, MOST_REQUESTS)
    .reduce((sum, { row }) => sum + (row.accepted ? (row.waiting?.length ?? 0) : 0), 0);
  return { least, ...(listed.length > MOST_REQUESTS && { more: true }) };
}
