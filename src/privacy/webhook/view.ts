import type { Counted, WebhookUndo, WebhookView } from '../../contract';
import type { Undo, Webhook } from '../data-sets/webhook';
import { TAKEN_REQUEST } from '../data-sets/webhook-request';
import type { Engine } from '../engine';
import { FIRST_INSTANT } from '../time';
import { waitingErasing, wordErasesOf } from '../settings/webhook-erasing';
import { restrictingOf } from './settings';
import { validKeys } from './state';

/** What is said of the address, which is Atlassian's to say: no answer is not that there is none. */
export type AddressView = Pick<WebhookView, 'address' | 'addressNotAnswered'>;

/** How the webhook stands, with what waits. */
export const webhookView = async (
  engine: Engine,
  webhook: Webhook | undefined,
  address: AddressView,
): Promise<WebhookView> => ({
  ...viewWithout(engine, webhook, address),
  waiting: await countWaiting(engine),
});

/** The same from what was read already, without what waits. */
export function viewWithout(engine: Engine, webhook: Webhook | undefined, address: AddressView): WebhookView {
  const keys = webhook ? validKeys(webhook, engine.now()) : [];
  const erases = webhook && wordErasesOf(webhook);
  return {
    enabled: webhook?.enabled ?? false,
    ...address,
    keys: keys.map(({ since, endsAt }) => ({ since, ...(endsAt !== undefined && { endsAt }) })),
    calls: webhook?.calls ?? [],
    ...(erases && { erases }),
    erasesWaiting: webhook ? waitingErasing(webhook) : [],
    restricting: restrictingOf(webhook, engine.now()),
    waiting: { least: 0 },
    ...(webhook?.undos?.[0] && { undo: withoutActor(webhook.undos[0]) }),
  };
}

/** Which administrator asked for it is told for a reason only. */
function withoutActor(undo: Undo): WebhookUndo {
  const shown = { ...undo };
  delete shown.by;
  return shown;
}

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
