import { auditChange } from '../audit';
import type { AuditEvent } from '../data-sets/audit';
import type { PrivacyRequest } from '../data-sets/request';
import { TAKEN_REQUEST, type REQUEST_TYPES } from '../data-sets/webhook';
import type { Engine } from '../engine';
import { withHint } from '../restriction/hints';
import { pepperOf } from '../pepper';
import { noteChanged } from '../reporting/note-changed';
import { requestPlanner } from '../requests/open';
import { requestRef } from '../requests/requests';
import { accountDigest } from './digests';
import { onItsWord, type CarriedOut } from './on-its-word';
import type { Announced } from './parse';
import { unsealAnnounced } from './message';
import { noteCarriedOut } from './taking';

/** What an event of the queue carries of a call: its claim, the digest of its request ID, and some of its accounts. */
export interface AnnouncedMessage {
  id: string;
  request: string;
  sealed: string;
}

/**
 * Carries out what was announced about some accounts and still waits. Of an account about which nothing is kept, nothing
 * is noted. It may be cut off anywhere and come twice: what is done already is left as it is.
 */
export async function carryOutAnnounced(engine: Engine, message: AnnouncedMessage): Promise<void> {
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
  const done = new Map<string, CarriedOut>();
  for (const account of accounts) {
    const digest = accountDigest(pepper, id, account.accountId);
    if (waiting.has(digest)) done.set(digest, await carryOut(engine, account, row.begunAt));
  }
  await noteCarriedOut(engine, request, id, done);
  engine.log('announced', countsOf(done));
}

function countsOf(done: ReadonlyMap<string, CarriedOut>): Record<'accounts' | 'held' | 'waits', number> {
  const results = [...done.values()];
  const count = (wanted: CarriedOut): number => results.filter((result) => result === wanted).length;
  return { accounts: results.length, held: count('held'), waits: count('waits') };
}

/**
 * Gives whether anything is kept about the account, or that it waits. Nothing is erased by it here. The month to answer a
 * request runs from the call and not from when it is carried out.
 */
export async function carryOut(
  engine: Engine,
  { what, accountId }: Announced,
  receivedAt: string,
): Promise<CarriedOut> {
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
): Promise<CarriedOut> {
  const plan = requestPlanner({ accountId, type, madeBy: 'webhook', receivedAt }, engine.now());
  return onItsWord(engine, {
    accountId,
    receivedAt,
    reads: [requestRef(accountId, type)],
    plan: (subject, [present]) => plan(subject, present as PrivacyRequest | undefined),
  });
}

/** Who is restricted already stays so by whom it was; that the account is said to be closed is noted all the same. */
function noteClosed(engine: Engine, accountId: string, receivedAt: string): Promise<CarriedOut> {
  const now = engine.now();
  return onItsWord(engine, {
    accountId,
    receivedAt,
    reads: [],
    plan: ({ standing, person }) => {
      if (standing.announcedAt !== undefined) return { done: undefined };
      const { said, restricts } = withHint(standing, 'announcedAt', now);
      const events: AuditEvent[] = ['announced-closed', ...(restricts ? (['restriction-set'] as const) : [])];
      const line = { role: 'webhook', subject: person.token } as const;
      return {
        write: [],
        standing: said,
        also: events.map((event) => auditChange(now, { event, ...line })),
        result: undefined,
      };
    },
  });
}
