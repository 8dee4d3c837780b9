import { auditChange } from '../audit';
import type { AuditEvent } from '../data-sets/audit';
import { TAKEN_REQUEST } from '../data-sets/webhook';
import type { Engine } from '../engine';
import { withHint } from '../hinted';
import { pepperOf } from '../pepper';
import { Refused } from '../refused';
import { noteChanged } from '../reporting/changed';
import { openRequest } from '../requests/making';
import { writeAbout } from '../writing';
import { accountDigest } from './digests';
import type { Announced } from './parse';
import { unsealAnnounced } from './sealing';
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
  const done = new Set<string>();
  let held = 0;
  for (const account of accounts) {
    const digest = accountDigest(pepper, id, account.accountId);
    if (!waiting.has(digest)) continue;
    held += Number(await carryOut(engine, account, row.begunAt));
    done.add(digest);
  }
  await noteCarriedOut(engine, request, id, done);
  engine.log('announced', { accounts: done.size, held });
}

/**
 * Gives whether anything is kept about the account. Nothing is erased by it here. The month to answer a request runs from
 * the call and not from when it is carried out.
 */
export async function carryOut(
  engine: Engine,
  { what, accountId }: Announced,
  receivedAt: string,
): Promise<boolean> {
  try {
    if (what === 'updated') return await noteChanged(engine, accountId);
    if (what === 'closed') return await noteClosed(engine, accountId);
    await openRequest(engine, { accountId, type: what, madeBy: 'webhook', receivedAt });
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

/** Who is restricted already stays so by whom it was; that the account is said to be closed is noted all the same. */
function noteClosed(engine: Engine, accountId: string): Promise<boolean> {
  const now = engine.now();
  return writeAbout<boolean>(engine, {
    accountId,
    causedAt: now,
    registers: false,
    reads: [],
    plan: ({ subject }) => {
      if (!subject || subject.standing.announcedAt !== undefined) return { done: subject !== undefined };
      const { said, restricts } = withHint(subject.standing, 'announcedAt', now);
      const events: AuditEvent[] = ['announced-closed', ...(restricts ? (['restriction-set'] as const) : [])];
      const line = { role: 'webhook', subject: subject.person.token } as const;
      return {
        write: [],
        standing: said,
        also: events.map((event) => auditChange(now, { event, ...line })),
        result: true,
      };
    },
  });
}
