import { WEBHOOK_REF, type CallOutcome, type ValidKey } from '../data-sets/webhook';
import type { Engine } from '../engine';
import { kindOfError } from '../errors';
import { INSTALLATION_REF, isInUse } from '../installation';
import { claimOf, queueClaim, beginCall } from './accept';
import { keyOfCall } from './keys';
import { parseBody } from './parse';
import { onlyHeader, signedAt, type WebhookRequest } from './signature';
import { changeWebhook, withoutAccepted } from './state';

/** The outputs of the web trigger in manifest.yml. None tells whether anything is kept about an account. */
export type WebhookAnswer = CallOutcome | 'unauthenticated' | 'too-large' | 'too-many';

const MOST_BYTES = 100 * 1024;

/**
 * Answers a call of the webhook. Until it is known to be signed with a valid key, and unless it is one too many, nothing
 * is written; then it is noted, without anything of what it says.
 * @throws StorageBusyError where storage does not answer: the call may be sent again
 */
export async function answerCall(engine: Engine, request: WebhookRequest): Promise<WebhookAnswer> {
  if (Buffer.byteLength(request.body, 'utf8') > MOST_BYTES) return 'too-large';
  const signed = signedAt(request, engine.now());
  if (!signed) return 'unauthenticated';
  const [webhook, installation] = await engine.store.getAll([WEBHOOK_REF, INSTALLATION_REF]);
  const key = webhook && (await keyOfCall(engine, webhook, signed, request.body));
  if (!key) return 'unauthenticated';
  if (!isInUse(engine, installation)) return 'try-later';
  return answerSigned(engine, key, request);
}

async function answerSigned(engine: Engine, key: ValidKey, request: WebhookRequest): Promise<WebhookAnswer> {
  const call = isJsonPost(request) ? parseBody(request.body) : undefined;
  const claim = call && (await claimOf(engine, call));
  const begun = await beginCall(engine, key, claim, call?.accounts.length ?? 0);
  if (typeof begun === 'string') return begun;
  if (!claim || !begun.claimed) return begun.outcome;
  const outcome = await queueClaim(engine, claim).catch((error: unknown) => notQueued(engine, error));
  if (outcome !== 'accepted') await noteNotTaken(engine, begun.at);
  return outcome;
}

/** Whatever stopped it, the call can be sent again with the same request ID. */
function notQueued(engine: Engine, error: unknown): 'try-later' {
  engine.log('webhook-failed', { kind: kindOfError(error) });
  return 'try-later';
}

/** What is noted serves administrators only: without it, the call stands as accepted among the last. */
async function noteNotTaken(engine: Engine, at: string): Promise<void> {
  try {
    await changeWebhook(engine, (row) => withoutAccepted(row, at));
  } catch {
    engine.log('webhook-call-not-noted');
  }
}

/** With UTF-8 as its charset or none, and however many semicolons a client writes. */
const JSON_TYPE = /^application\/json\s*(?:;\s*(?:charset=(?:utf-?8|"utf-?8")\s*)?)*$/i;

function isJsonPost({ method, headers }: WebhookRequest): boolean {
  return method === 'POST' && JSON_TYPE.test(onlyHeader(headers, 'content-type') ?? '');
}
