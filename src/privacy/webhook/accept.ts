import type { Change } from '../../storage/store';
import { WEBHOOK_REF, type CallOutcome, type ValidKey, type Webhook } from '../data-sets/webhook';
import { TAKEN_DAYS, TAKEN_REQUEST, type TakenRequest } from '../data-sets/webhook-request';
import type { Installation } from '../data-sets/installation';
import { randomToken } from '../digest';
import type { Engine, JobMessage } from '../engine';
import { INSTALLATION_REF, storeOpen } from '../installation';
import { persistently } from '../persistently';
import { pepperOf } from '../sealing';
import { addDays, addSeconds, toInstant } from '../time';
import { changeVersioned } from '../versioned';
import { accountDigest, requestDigest, sealAnnounced } from './message';
import type { Announced, ParsedCall } from './parse';
import { validKeys, webhookChange, withCall } from './state';

/** Calls that one key may sign within a minute. */
const MOST_CALLS_A_MINUTE = 60;
const MINUTE_SECONDS = 60;
/** After so long a call that did not get to its end is taken over by the next with the same request ID. */
const ABANDONED_SECONDS = 120;

/** What a call would take: the digest of its request ID, the row that says so, and what is handed to the queue then. */
interface Claim {
  request: string;
  row: TakenRequest;
  events: readonly JobMessage[];
}

/** How a call begins, and whether its request ID is claimed by it; or why it does not. */
type Begun = { outcome: CallOutcome; claimed: boolean; at: string } | 'too-many' | 'unauthenticated';

/**
 * Counts a call for its key, notes it and claims its request ID, all in one transaction: calls meet on the one row of the
 * webhook, and each writes it once. One too many writes nothing. A call without a claim was not understood.
 * @throws StorageBusyError where others were always faster or storage did not answer
 */
export function beginCall(
  engine: Engine,
  { id }: ValidKey,
  claim: Claim | undefined,
  accounts: number,
): Promise<Begun> {
  const at = toInstant(engine.now());
  return persistently(engine, async () => {
    const { webhook, present, installation } = await read(engine, claim);
    // By our own transaction, whose answer was lost.
    if (claim && present?.claim === claim.row.claim) return { outcome: 'accepted', claimed: true, at };
    const now = engine.now();
    const key = webhook && validKeys(webhook, now).find((valid) => valid.id === id);
    if (!webhook || !key) return 'unauthenticated';
    const counted = countedKey(key, now);
    if (counted.calls > MOST_CALLS_A_MINUTE) return 'too-many';
    const outcome = claim ? outcomeOf(present, now) : 'bad-request';
    const keys = webhook.keys.map((valid) => (valid.id === id ? counted : valid));
    const noted = withCall({ ...webhook, keys }, { at, outcome, accounts });
    const claimed = outcome === 'accepted';
    await engine.store.transact([
      await storeOpen(engine, installation),
      webhookChange(webhook, noted),
      ...(claim && claimed ? [claimChange(claim, present)] : []),
    ]);
    return { outcome, claimed, at };
  });
}

async function read(
  engine: Engine,
  claim: Claim | undefined,
): Promise<{
  webhook: Webhook | undefined;
  installation: Installation | undefined;
  present: TakenRequest | undefined;
}> {
  const [webhook, installation, present] = await engine.store.getAll([
    WEBHOOK_REF,
    INSTALLATION_REF,
    ...(claim ? [{ dataSet: TAKEN_REQUEST, key: claim.request }] : []),
  ]);
  return { webhook, installation, present };
}

function countedKey(key: ValidKey, now: Date): ValidKey {
  const isOver = key.minuteFrom <= toInstant(addSeconds(now, -MINUTE_SECONDS));
  return isOver ? { ...key, minuteFrom: toInstant(now), calls: 1 } : { ...key, calls: key.calls + 1 };
}

function outcomeOf(present: TakenRequest | undefined, now: Date): CallOutcome {
  if (!present) return 'accepted';
  if (present.accepted) return 'duplicate';
  return isAbandoned(present, now) ? 'accepted' : 'try-later';
}

const isAbandoned = ({ begunAt }: TakenRequest, now: Date): boolean =>
  begunAt <= toInstant(addSeconds(now, -ABANDONED_SECONDS));

/** Where there is no claim yet, the row of the webhook stands for that: whoever claims moves it on. */
const claimChange = ({ request: key, row }: Claim, present: TakenRequest | undefined): Change => ({
  do: 'set',
  dataSet: TAKEN_REQUEST,
  key,
  row: { ...row, version: (present?.version ?? 0) + 1 },
  expected: present ? { version: present.version } : 'guarded',
});

/** Accounts of one event: with IDs of the greatest length it stays below 100 KB, Forge's limit for one event. */
const MOST_IN_EVENT = 100;

/** What a call would claim: its request ID, with what is to be carried out. */
export async function claimOf(engine: Engine, { requestId, accounts }: ParsedCall): Promise<Claim> {
  const pepper = await persistently(engine, () => pepperOf(engine));
  const request = requestDigest(pepper, requestId);
  const row = newClaim(pepper, accounts, engine.now());
  const events: JobMessage[] = [];
  for (let at = 0; at < accounts.length; at += MOST_IN_EVENT) {
    const sealed = sealAnnounced(pepper, accounts.slice(at, at + MOST_IN_EVENT));
    events.push({ job: 'announced', id: row.claim, request, sealed });
  }
  return { request, row, events };
}

function newClaim(pepper: string, accounts: readonly Announced[], now: Date): TakenRequest {
  const claim = randomToken();
  return {
    version: 1,
    claim,
    begunAt: toInstant(now),
    endsAt: toInstant(addDays(now, TAKEN_DAYS)),
    accepted: false,
    waiting: accounts.map(({ what, accountId }) => ({
      what,
      digest: accountDigest(pepper, claim, accountId),
    })),
    waitingSince: toInstant(now),
  };
}

/**
 * Hands what was claimed to the queue, and keeps the claim. Where it fails in between, the request can be sent again with
 * the same ID. What the queue loses of an accepted one still stands in the claim, for the daily run.
 */
export async function queueClaim(
  engine: Engine,
  { request, row, events }: Claim,
): Promise<'accepted' | 'try-later'> {
  for (const event of events) await engine.queue.push(event, 0);
  return (await keepClaim(engine, request, row.claim)) ? 'accepted' : 'try-later';
}

/** Whether the claim is still this call's, and now kept. */
async function keepClaim(engine: Engine, request: string, claim: string): Promise<boolean> {
  const kept = await changeVersioned(engine, TAKEN_REQUEST, request, (row) =>
    row.claim === claim && !row.accepted ? { ...row, accepted: true } : undefined,
  );
  const row = kept ?? (await engine.store.get(TAKEN_REQUEST, request));
  return row?.claim === claim && row.accepted;
}
