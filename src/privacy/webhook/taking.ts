import { StorageRefusedError } from '../../storage/failures';
import { TAKEN_DAYS, TAKEN_REQUEST, type TakenRequest } from '../data-sets/webhook';
import { randomToken } from '../digest';
import type { Engine } from '../engine';
import { addDays, addSeconds, toInstant } from '../time';
import { MOST_ACCOUNTS, type ParsedCall } from './parse';
import { requestDigest, seal } from './sealing';

/** After so long a call that did not get to its end is taken over by the next with the same request ID. */
const ABANDONED_SECONDS = 120;
/** Accounts of one event: with IDs of the greatest length it stays below 100 KB, Forge's limit for one event. */
const MOST_IN_EVENT = 100;

/**
 * Takes a request once: its ID is claimed, what it says is handed to the queue, and the claim kept. Where it fails in
 * between, the request can be sent again with the same ID.
 */
export async function takeOnce(
  engine: Engine,
  call: ParsedCall,
): Promise<'accepted' | 'duplicate' | 'try-later'> {
  const key = await requestDigest(engine, call.requestId);
  const claim = await claimRequest(engine, key);
  if (typeof claim === 'string') return claim;
  for (let at = 0; at < MOST_ACCOUNTS && at < call.accounts.length; at += MOST_IN_EVENT) {
    const sealed = await seal(engine, call.accounts.slice(at, at + MOST_IN_EVENT));
    await engine.queue.push({ job: 'announced', id: randomToken(), sealed }, 0);
  }
  await replace(engine, key, claim, { ...claim, accepted: true });
  return 'accepted';
}

async function claimRequest(engine: Engine, key: string): Promise<TakenRequest | 'duplicate' | 'try-later'> {
  const now = engine.now();
  const mine: TakenRequest = {
    claim: randomToken(),
    begunAt: toInstant(now),
    endsAt: toInstant(addDays(now, TAKEN_DAYS)),
    accepted: false,
  };
  const present = await engine.store.putIfAbsent(TAKEN_REQUEST, key, mine);
  if (present.claim === mine.claim) return mine;
  if (present.accepted) return 'duplicate';
  if (present.begunAt > toInstant(addSeconds(now, -ABANDONED_SECONDS))) return 'try-later';
  return (await replace(engine, key, present, mine)) ? mine : 'try-later';
}

async function replace(
  engine: Engine,
  key: string,
  before: TakenRequest,
  row: TakenRequest,
): Promise<boolean> {
  const expected = { claim: before.claim, accepted: false };
  try {
    await engine.store.transact([{ do: 'set', dataSet: TAKEN_REQUEST, key, row, expected }]);
    return true;
  } catch (error) {
    if (error instanceof StorageRefusedError) return false;
    throw error;
  }
}
