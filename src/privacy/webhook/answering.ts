import { StorageRefusedError } from '../../storage/failures';
import { INSTALLATION, INSTALLATION_KEY, type Installation } from '../data-sets/installation';
import { WEBHOOK, WEBHOOK_KEY, type CallOutcome, type ValidKey, type Webhook } from '../data-sets/webhook';
import type { Engine } from '../engine';
import { isInUse } from '../installation';
import { addSeconds, toInstant } from '../time';
import { keyOfCall } from './keys';
import { parseBody, type ParsedCall } from './parse';
import { onlyHeader, signedAt, type WebhookRequest } from './signature';
import { changeWebhook, withCall } from './state';
import { takeOnce } from './taking';

/** The outputs of the web trigger in manifest.yml. None tells whether anything is kept about an account. */
export type WebhookAnswer = CallOutcome | 'unauthenticated' | 'too-large' | 'too-many';

export const MOST_BYTES = 100 * 1024;
/** Calls that one key may sign within a minute. */
export const MOST_CALLS_A_MINUTE = 60;
const MINUTE_SECONDS = 60;

/**
 * Answers a call of the webhook. Until it is known to be signed with a valid key, and unless it is one too many, nothing
 * is written; after that its outcome is noted, without anything of what it says.
 * @throws StorageBusyError, StorageRefusedError where storage does not answer: the call may be sent again
 */
export async function answerCall(engine: Engine, request: WebhookRequest): Promise<WebhookAnswer> {
  if (Buffer.byteLength(request.body, 'utf8') > MOST_BYTES) return 'too-large';
  const signed = signedAt(request, engine.now());
  if (!signed) return 'unauthenticated';
  const [webhook, installation] = (await engine.store.getAll([
    { dataSet: WEBHOOK, key: WEBHOOK_KEY },
    { dataSet: INSTALLATION, key: INSTALLATION_KEY },
  ])) as [Webhook | undefined, Installation | undefined];
  const key = webhook && (await keyOfCall(engine, webhook, signed, request.body));
  if (!key) return 'unauthenticated';
  if (!isInUse(engine, installation)) return 'try-later';
  return (await takeTurn(engine, key)) ? answerSigned(engine, request) : 'too-many';
}

async function answerSigned(engine: Engine, request: WebhookRequest): Promise<CallOutcome> {
  const call = isJsonPost(request) ? parseBody(request.body) : undefined;
  const outcome = call ? await takenOrLater(engine, call) : 'bad-request';
  await noteOutcome(engine, outcome, call?.accounts.length ?? 0);
  return outcome;
}

/** What storage or the queue did not take is there to be sent again. */
async function takenOrLater(engine: Engine, call: ParsedCall): Promise<CallOutcome> {
  try {
    return await takeOnce(engine, call);
  } catch {
    return 'try-later';
  }
}

/** What is noted serves administrators only: a call that was taken stays taken without it. */
async function noteOutcome(engine: Engine, outcome: CallOutcome, accounts: number): Promise<void> {
  const at = toInstant(engine.now());
  try {
    await changeWebhook(engine, (row) => withCall(row, { at, outcome, accounts }));
  } catch {
    engine.log('webhook-call-not-noted');
  }
}

/** With UTF-8 as its charset or none, and however many semicolons a client writes. */
const JSON_TYPE = /^application\/json\s*(?:;\s*(?:charset=(?:utf-?8|"utf-?8")\s*)?)*$/i;

function isJsonPost({ method, headers }: WebhookRequest): boolean {
  return method === 'POST' && JSON_TYPE.test(onlyHeader(headers, 'content-type') ?? '');
}

/** Counts the call for its key, unless that has signed as many within the minute as it may. */
async function takeTurn(engine: Engine, { id }: ValidKey): Promise<boolean> {
  const now = engine.now();
  try {
    const changed = await changeWebhook(engine, (row) => {
      const present = row.keys.find((key) => key.id === id);
      const counted = present && countedKey(present, now);
      if (!counted || counted.calls > MOST_CALLS_A_MINUTE) return undefined;
      return { ...row, keys: row.keys.map((key) => (key.id === id ? counted : key)) };
    });
    return changed !== undefined;
  } catch (error) {
    // Others were always faster: that many at once are too many, too.
    if (error instanceof StorageRefusedError) return false;
    throw error;
  }
}

function countedKey(key: ValidKey, now: Date): ValidKey {
  const isOver = key.minuteFrom <= toInstant(addSeconds(now, -MINUTE_SECONDS));
  return isOver ? { ...key, minuteFrom: toInstant(now), calls: 1 } : { ...key, calls: key.calls + 1 };
}
