import { TAKEN_DAYS, TAKEN_REQUEST, type TakenRequest } from '../data-sets/webhook';
import { randomToken } from '../digest';
import type { Engine } from '../engine';
import { pepperOf } from '../pepper';
import { addDays, addSeconds, toInstant } from '../time';
import { changeVersioned } from '../versioned';
import { accountDigest, requestDigest } from './digests';
import type { ParsedCall } from './parse';
import { sealAnnounced } from './sealing';

/** After so long a call that did not get to its end is taken over by the next with the same request ID. */
const ABANDONED_SECONDS = 120;
/** Accounts of one event: with IDs of the greatest length it stays below 100 KB, Forge's limit for one event. */
const MOST_IN_EVENT = 100;

/**
 * Takes a request once: its ID is claimed with what is to be carried out, that is handed to the queue, and the claim kept.
 * Where it fails in between, the request can be sent again with the same ID. What the queue loses of an accepted one still
 * stands in the claim, for the daily run.
 */
export async function takeOnce(
  engine: Engine,
  call: ParsedCall,
): Promise<'accepted' | 'duplicate' | 'try-later'> {
  const pepper = await pepperOf(engine);
  const request = requestDigest(pepper, call.requestId);
  const mine = newClaim(engine, pepper, call);
  const claimed = await claimRequest(engine, request, mine);
  if (claimed !== 'mine') return claimed;
  for (let at = 0; at < call.accounts.length; at += MOST_IN_EVENT) {
    const sealed = sealAnnounced(pepper, call.accounts.slice(at, at + MOST_IN_EVENT));
    await engine.queue.push({ job: 'announced', id: mine.claim, request, sealed }, 0);
  }
  return (await keepClaim(engine, request, mine.claim)) ? 'accepted' : 'try-later';
}

function newClaim(engine: Engine, pepper: string, { accounts }: ParsedCall): TakenRequest {
  const now = engine.now();
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

async function claimRequest(
  engine: Engine,
  request: string,
  mine: TakenRequest,
): Promise<'mine' | 'duplicate' | 'try-later'> {
  const present = await engine.store.putIfAbsent(TAKEN_REQUEST, request, mine);
  if (present.claim === mine.claim) return 'mine';
  if (present.accepted) return 'duplicate';
  if (!isAbandoned(present, engine.now())) return 'try-later';
  const taken = await changeVersioned(engine, TAKEN_REQUEST, request, (row) =>
    !row.accepted && isAbandoned(row, engine.now()) ? mine : undefined,
  );
  return taken ? 'mine' : 'try-later';
}

export const isAbandoned = ({ begunAt }: TakenRequest, now: Date): boolean =>
  begunAt <= toInstant(addSeconds(now, -ABANDONED_SECONDS));

/** Whether the claim is still this call's, and now kept. */
async function keepClaim(engine: Engine, request: string, claim: string): Promise<boolean> {
  await changeVersioned(engine, TAKEN_REQUEST, request, (row) =>
    row.claim === claim && !row.accepted ? { ...row, accepted: true } : undefined,
  );
  const row = await engine.store.get(TAKEN_REQUEST, request);
  return row?.claim === claim && row.accepted;
}

/** Takes what has been carried out from what waits. */
export async function noteCarriedOut(
  engine: Engine,
  request: string,
  claim: string,
  done: ReadonlySet<string>,
): Promise<void> {
  await changeVersioned(engine, TAKEN_REQUEST, request, ({ waiting = [], waitingSince, ...row }) => {
    const left = waiting.filter(({ digest }) => !done.has(digest));
    if (row.claim !== claim || left.length === waiting.length) return undefined;
    return { ...row, ...(left.length > 0 && { waiting: left, ...(waitingSince && { waitingSince }) }) };
  });
}
