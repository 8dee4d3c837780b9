import type { Change, Ref, RowsOf } from '../../storage/store';
import { WEBHOOK_REF, type Webhook } from '../data-sets/webhook';
import { TAKEN_DAYS, TAKEN_REQUEST, type REQUEST_TYPES } from '../data-sets/webhook-request';
import type { Engine } from '../engine';
import type { Subject } from '../person/subject';
import { writeAbout, type Plan, type WritePlan } from '../person/write';
import { noteChanged } from '../reporting/note-changed';
import { hintNoted } from '../restriction/hints';
import { requestPlanner } from '../requests/open';
import { requestRef } from '../requests/requests';
import { pepperOf } from '../sealing';
import { addDays, toInstant } from '../time';
import { changeVersioned } from '../versioned';
import { accountDigest, unsealAnnounced, type AnnouncedMessage } from './message';
import type { Announced } from './parse';
import { withOneRestricted } from './settings';
import { webhookChange } from './state';
import { isWithin, stretchOf } from './stretch';

/**
 * Carries out what was announced about some accounts and still waits. Of an account about which nothing is kept, nothing
 * is noted. It may be cut off anywhere and come twice: what is done already is left as it is.
 */
export async function applyAnnounced(engine: Engine, message: AnnouncedMessage): Promise<void> {
  const { id, request, sealed } = message;
  const row = await engine.store.get(TAKEN_REQUEST, request);
  if (row?.claim !== id) return;
  const pepper = await pepperOf(engine);
  const accounts = unsealAnnounced(pepper, sealed);
  if (!accounts) {
    engine.log('announcement-unreadable');
    return;
  }
  const waiting = new Set(row.waiting?.map(({ digest }) => digest));
  const done = new Map<string, Applied>();
  for (const account of accounts) {
    const digest = accountDigest(pepper, id, account.accountId);
    if (waiting.has(digest)) done.set(digest, await applyOne(engine, account, row.begunAt));
  }
  await noteApplied(engine, request, id, done);
  engine.log('announced', countsOf(done));
}

function countsOf(done: ReadonlyMap<string, Applied>): Record<'accounts' | 'held' | 'waits', number> {
  const results = [...done.values()];
  const count = (wanted: Applied): number => results.filter((result) => result === wanted).length;
  return { accounts: results.length, held: count('held'), waits: count('waits') };
}

/**
 * Gives whether anything is kept about the account, or that it waits. Nothing is erased by it here. The month to answer a
 * request runs from the call and not from when it is carried out.
 */
export async function applyOne(
  engine: Engine,
  { what, accountId }: Announced,
  receivedAt: string,
): Promise<Applied> {
  if (what === 'updated') return (await noteChanged(engine, accountId)) ? 'held' : 'not-held';
  return what === 'closed'
    ? noteClosed(engine, accountId, receivedAt)
    : handIn(engine, accountId, what, receivedAt);
}

function handIn(
  engine: Engine,
  accountId: string,
  type: (typeof REQUEST_TYPES)[number],
  receivedAt: string,
): Promise<Applied> {
  const plan = requestPlanner({ accountId, type, madeBy: 'webhook', receivedAt }, engine.now());
  return onItsWord(engine, {
    accountId,
    receivedAt,
    reads: [requestRef(accountId, type)],
    plan: (subject, [present]) => plan(subject, present),
  });
}

/**
 * Who is restricted already stays so by whom it was; that the account is said to be closed is noted all the same, as of when
 * the call came: undoing what came since a moment goes by that.
 */
function noteClosed(engine: Engine, accountId: string, receivedAt: string): Promise<Applied> {
  const now = engine.now();
  return onItsWord(engine, {
    accountId,
    receivedAt,
    reads: [],
    plan: (subject) =>
      hintNoted(subject, 'announcedAt', now, { saidAt: receivedAt, event: 'announced-closed' }) ?? {
        done: undefined,
      },
  });
}

/** Takes what has been carried out from what waits. As long as something waits, the request is remembered. */
export async function noteApplied(
  engine: Engine,
  request: string,
  claim: string,
  done: ReadonlyMap<string, Applied>,
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

/** What became of something announced: done, of somebody who is held or not; or it waits, since too many were restricted today. */
export type Applied = 'held' | 'not-held' | 'waits';

interface OnItsWord<Refs extends readonly Ref[]> {
  accountId: string;
  /** When the call came. */
  receivedAt: string;
  reads: Refs;
  plan: (subject: Subject, rows: RowsOf<Refs>) => Plan<unknown>;
}

/**
 * A write about a person on the webhook's word, unless what came with the call was undone since, or the call came before this
 * stay of theirs: of what somebody was erased of, it says nothing any more. Where it restricts, it
 * counts one person more for the day. Both are decided by the row of the webhook, which stays as it was read until the
 * write is made: so no more are restricted than administrators allow, and nothing comes after it was undone.
 */
function onItsWord<const Refs extends readonly Ref[]>(
  engine: Engine,
  asked: OnItsWord<Refs>,
): Promise<Applied> {
  const { accountId, receivedAt, reads, plan } = asked;
  const now = engine.now();
  return writeAbout(engine, {
    accountId,
    causedAt: now,
    reads: [WEBHOOK_REF, ...reads],
    plan: ({ subject, rows: [webhook, ...rows] }) => {
      if (!subject || !webhook || isUndone(webhook, receivedAt)) return { done: 'not-held' };
      if (subject.person.registeredAt > receivedAt) return { done: 'not-held' };
      const made = plan(subject, rows);
      if ('done' in made) return { done: 'held' };
      const resting = restsOn(webhook, restricts(subject, made), now);
      return resting ? { ...made, also: [...(made.also ?? []), resting], result: 'held' } : { done: 'waits' };
    },
  });
}

const isUndone = ({ undos = [] }: Webhook, receivedAt: string): boolean =>
  undos.some((undo) => isWithin(stretchOf(undo), receivedAt));

/** What the write carries about the row of the webhook; nothing where one person more is too many today. */
function restsOn(webhook: Webhook, counts: boolean, now: Date): Change | undefined {
  if (!counts) {
    return { do: 'check', ...WEBHOOK_REF, expected: { version: webhook.version } };
  }
  const counted = withOneRestricted(webhook, now);
  return counted && webhookChange(webhook, counted);
}

const restricts = ({ standing }: Subject, made: WritePlan<unknown>): boolean =>
  standing.restrictedAt === undefined && made.standing?.restrictedAt !== undefined;
