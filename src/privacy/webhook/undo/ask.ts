import { auditChange } from '../../audit';
import type { AccessReason } from '../../data-sets/reasons';
import { MOST_UNDOS, type Undo, type Webhook } from '../../data-sets/webhook';
import type { Engine } from '../../engine';
import { Refused } from '../../errors';
import { pushOrLog } from '../../relay';
import { toInstant } from '../../time';
import { changeWebhook, readWebhook } from '../state';
import { stretchOf } from '../stretch';

/**
 * Has what the webhook did undone, all of it or since an instant. From then on nothing more is carried out of calls that
 * came in that time; what was, a job undoes.
 * @throws Refused where there was never a webhook, the instant is to come, or too many acts before it have not ended
 */
export async function askUndo(
  engine: Engine,
  { since, reason }: { since?: string | undefined; reason: AccessReason },
): Promise<Webhook> {
  const now = engine.now();
  const askedAt = toInstant(now);
  if (since !== undefined && since > askedAt) throw notYet();
  const by = await engine.acting?.token();
  const given = { ...(since !== undefined && { since }), ...(by !== undefined && { by }) };
  const act: Undo = { askedAt, reason, people: 0, requests: 0, ...given };
  const line = auditChange(now, { event: 'webhook-undo-asked', role: 'administrator', reason });
  const changed = await changeWebhook(engine, (row) => withUndo(row, act), [line]);
  const webhook = changed ?? (await readWebhook(engine));
  if (!webhook) throw neverEnabled();
  await queueUndo(engine);
  return webhook;
}

/** Nothing where it is there: then its answer was lost. */
function withUndo(row: Webhook, act: Undo): Webhook | undefined {
  const { undos = [] } = row;
  if (undos.some(({ askedAt }) => askedAt === act.askedAt)) return undefined;
  return { ...row, undos: [act, ...withRoom(undos, act)] };
}

/** Without the oldest act that has ended, or else one that a later act carries out, too; no other may be forgotten. */
function withRoom(undos: readonly Undo[], act: Undo): readonly Undo[] {
  if (undos.length < MOST_UNDOS) return undos;
  const oldestFirst = [...undos].reverse();
  const isCovered = (undo: Undo): boolean =>
    [act, ...undos].some(
      (later) => later.askedAt > undo.askedAt && stretchOf(later).since <= stretchOf(undo).since,
    );
  const goes = oldestFirst.find(({ endedAt }) => endedAt !== undefined) ?? oldestFirst.find(isCovered);
  if (!goes) throw tooMany();
  return undos.filter((undo) => undo !== goes);
}

/** The queue may be busy: then the daily run begins. */
const queueUndo = (engine: Engine): Promise<void> =>
  pushOrLog(engine, { job: 'undo' }, 0, 'webhook-undo-not-queued');

const notYet = (): Refused =>
  new Refused('INVALID', 'refused-admin.undo-from-future', {
    since: 'refused-admin.undo-from-future',
  });

const tooMany = (): Refused =>
  new Refused('CONFLICT', { key: 'refused-admin.undo-too-many', values: { count: MOST_UNDOS } });

const neverEnabled = (): Refused => new Refused('CONFLICT', 'refused-admin.undo-never-enabled');
