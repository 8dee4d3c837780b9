import type { Undo } from '../../data-sets/webhook';
import { TAKEN_REQUEST, type TakenRequest } from '../../data-sets/webhook-request';
import type { Engine } from '../../engine';
import { paced, SPARE_MS } from '../../pace';
import { pagesOf } from '../../pages';
import { goOn } from '../../relay';
import { addDays, addSeconds, toInstant } from '../../time';
import { noteApplied } from '../apply';
import { changeWebhook, readWebhook } from '../state';
import { stretchOf, type Stretch } from '../stretch';
import { stillNamedIn } from './names';
import { undoFor } from './of-person';

/** Lists may be late: who is not in them yet is looked for again so much later. */
const SETTLED_SECONDS = 120;
/** Days on which the daily run looks again, since Forge says of no time after which lists are right. */
const LOOKED_AGAIN_DAYS = 3;

/**
 * Undoes what administrators asked for, person after person, and looks again until nothing is found. It can be cut off
 * anywhere and run twice: what is undone already is left as it is.
 */
export async function runUndo(engine: Engine): Promise<void> {
  const after = toInstant(addDays(engine.now(), -LOOKED_AGAIN_DAYS));
  const acts = (await readWebhook(engine))?.undos ?? [];
  for (const act of acts.filter(({ askedAt, endedAt }) => endedAt === undefined || askedAt > after)) {
    const seconds = await carryOn(engine, act);
    if (seconds !== undefined) return goOn(engine, { job: 'undo' }, seconds);
  }
}

/** In how many seconds it goes on; nothing where it is at its end. */
async function carryOn(engine: Engine, act: Undo): Promise<number | undefined> {
  const settled = toInstant(addSeconds(engine.now(), -SETTLED_SECONDS)) >= act.askedAt;
  const stretch = stretchOf(act);
  const hasTime = paced(engine, SPARE_MS);
  const dropped = await dropWaiting(engine, stretch, hasTime);
  const undone = await undoPeople(engine, act, stretch, hasTime);
  if (dropped === undefined || undone === undefined) return 0;
  engine.log('webhook-undone', { people: undone, waiting: dropped });
  if (act.endedAt !== undefined) return undefined;
  if (!settled || undone > 0) return SETTLED_SECONDS;
  await end(engine, act);
  return undefined;
}

/** How many people it was of whom something was undone; nothing where the time was over before the end. */
async function undoPeople(
  engine: Engine,
  { askedAt }: Undo,
  stretch: Stretch,
  hasTime: () => boolean,
): Promise<number | undefined> {
  const seen = new Set<string>();
  let undone = 0;
  for await (const page of stillNamedIn(engine, stretch)) {
    for (const accountId of page.filter((one) => !seen.has(one))) {
      seen.add(accountId);
      if (await undoFor(engine, accountId, askedAt)) undone += 1;
      if (!hasTime()) return undefined;
    }
    if (!hasTime()) return undefined;
  }
  return undone;
}

/** What still waits of calls in that time is carried out no more. Gives how many accounts that were. */
async function dropWaiting(
  engine: Engine,
  { since, until }: Stretch,
  hasTime: () => boolean,
): Promise<number | undefined> {
  let dropped = 0;
  const listed = { index: 'waitingSince', range: 'waitingSince', from: since, until };
  for await (const page of pagesOf(engine, TAKEN_REQUEST, listed)) {
    const present = await engine.store.present(page.map(({ key }) => ({ dataSet: TAKEN_REQUEST, key })));
    for (const { key, row } of present.filter(({ row: { waiting } }) => waiting !== undefined)) {
      dropped += await dropOne(engine, key, row);
      if (!hasTime()) return undefined;
    }
  }
  return dropped;
}

async function dropOne(
  engine: Engine,
  request: string,
  { claim, waiting = [] }: TakenRequest,
): Promise<number> {
  const gone = new Map(waiting.map(({ digest }) => [digest, 'not-held' as const]));
  await noteApplied(engine, request, claim, gone);
  return waiting.length;
}

async function end(engine: Engine, act: Undo): Promise<void> {
  const endedAt = toInstant(engine.now());
  await changeWebhook(engine, (row) => ({
    ...row,
    undos: (row.undos ?? []).map((undo) => (undo.askedAt === act.askedAt ? { ...undo, endedAt } : undo)),
  }));
}
