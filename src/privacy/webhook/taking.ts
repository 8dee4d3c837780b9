import { TAKEN_DAYS, TAKEN_REQUEST, type TakenRequest } from '../data-sets/webhook';
import { randomToken } from '../digest';
import type { Engine, JobMessage } from '../engine';
import { pepperOf } from '../pepper';
import { persistently } from '../persistently';
import { addDays, toInstant } from '../time';
import { changeVersioned } from '../versioned';
import { accountDigest, requestDigest } from './digests';
import type { CarriedOut } from './on-its-word';
import type { Announced, ParsedCall } from './parse';
import { sealAnnounced } from './message';
import type { Claim } from './accept';

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
export async function handOver(
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

/** Takes what has been carried out from what waits. As long as something waits, the request is remembered. */
export async function noteCarriedOut(
  engine: Engine,
  request: string,
  claim: string,
  done: ReadonlyMap<string, CarriedOut>,
): Promise<void> {
  const inDays = (days: number): string => toInstant(addDays(engine.now(), days));
  await changeVersioned(engine, TAKEN_REQUEST, request, ({ waiting = [], waitingSince, ...row }) => {
    const left = waiting.filter(({ digest }) => (done.get(digest) ?? 'waits') === 'waits');
    const isAsBefore = left.length === waiting.length;
    const isRemembered = left.length === 0 || row.endsAt > inDays(TAKEN_DAYS - 1);
    if (row.claim !== claim || (isAsBefore && isRemembered)) return undefined;
    return {
      ...row,
      endsAt: inDays(TAKEN_DAYS),
      ...(left.length > 0 && { waiting: left, ...(waitingSince && { waitingSince }) }),
    };
  });
}
