import type { UndoPreview } from '../../../contract';
import type { Engine } from '../../engine';
import { toInstant } from '../../time';
import { countWaiting } from '../view';
import { namedIn } from './names';
import { stretchOf } from '../stretch';

/** People and requests that are counted: beyond, it is enough to know that there are more. */
const MOST_COUNTED = 2000;

/** What undoing would come to: how many people and requests, since when, and what waits. Counted from lists, which may be late. */
export async function previewUndo(engine: Engine, since: string | undefined): Promise<UndoPreview> {
  const askedAt = toInstant(engine.now());
  const stretch = stretchOf({ askedAt, ...(since !== undefined && { since }) });
  const people = new Set<string>();
  const found = { requests: 0, first: askedAt, more: false };
  for await (const page of namedIn(engine, stretch)) {
    for (const { accountId, at, by } of page) {
      people.add(accountId);
      if (by === 'request') found.requests += 1;
      if (at < found.first) found.first = at;
    }
    found.more = people.size > MOST_COUNTED;
    if (found.more) break;
  }
  const more = found.more && { more: true as const };
  return {
    people: { least: people.size, ...more },
    requests: { least: found.requests, ...more },
    waiting: await countWaiting(engine, stretch.since),
    ...(people.size > 0 && { from: found.first }),
  };
}
