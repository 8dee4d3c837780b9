import type { Standing } from '../data-sets/registration';
import type { Engine } from '../engine';
import { eraseIfStill } from '../erasure/start';
import { workMs, SPARE_MS } from '../pace';
import { hasActed } from '../person/acting';
import type { Subject } from '../person/subject';
import { mustStay } from '../person/grounds';
import { goOn } from '../relay';
import { hintedBefore } from '../restriction/hints';
import { wordErasesOf } from '../settings/webhook-erasing';
import { addDays, toInstant } from '../time';
import { changeWebhook, noteErasingInForce, readWebhook } from './state';

/**
 * Erases those who were announced as closed as many days ago as administrators set, longest first, and no more of them on
 * one day than they set; an event goes on where the time is over. It can be cut off anywhere and run twice: what was counted
 * and not begun is not made up for.
 * @param from when the person was announced to whom a run before it came, by the name of the hint
 */
export async function eraseAnnounced(
  engine: Engine,
  { announcedAt: from }: Readonly<Record<string, string>> = {},
): Promise<void> {
  await noteErasingInForce(engine);
  const webhook = await readWebhook(engine);
  const erases = webhook?.enabled ? wordErasesOf(webhook) : undefined;
  if (!erases) return;
  const before = toInstant(addDays(engine.now(), -erases.afterDays));
  // An administrator who has the secret could announce themselves, and end the trace of what they did.
  const still = ({ standing }: Pick<Subject, 'standing'>): boolean =>
    standing.announcedAt !== undefined &&
    graceFrom(standing) < before &&
    !mustStay(standing) &&
    !hasActed({ standing });
  for await (const { accountId, at, standing } of hintedBefore(engine, 'announcedAt', before, from)) {
    if (workMs(engine) < SPARE_MS) return goOn(engine, { job: 'closures', from: { announcedAt: at } }, 0);
    if (!still({ standing })) continue;
    if (!(await countOne(engine, erases.afterDays))) {
      engine.log('announced-most-erased');
      return;
    }
    await eraseIfStill(engine, { accountId, askedBy: 'webhook', marker: 'erased', still });
  }
}

/**
 * From when the days count after which somebody is erased on its word: when the call came or, where the announcement had to
 * wait, since when the use of their data is restricted. So nobody is erased sooner after anyone could know of it.
 */
export const graceFrom = ({ announcedAt = '', restrictedAt = '' }: Standing): string =>
  restrictedAt > announcedAt ? restrictedAt : announcedAt;

/** Counts one person more for today, before the erasure begins; not where that is one too many, or the setting changed. */
async function countOne(engine: Engine, afterDays: number): Promise<boolean> {
  const today = toInstant(engine.now()).slice(0, 10);
  const counted = await changeWebhook(engine, (row) => {
    const erases = row.enabled ? wordErasesOf(row) : undefined;
    const count = row.erasedOn === today ? (row.erasedCount ?? 0) : 0;
    if (erases?.afterDays !== afterDays || count >= erases.mostADay) return undefined;
    return { ...row, erasedOn: today, erasedCount: count + 1 };
  });
  return counted !== undefined;
}
