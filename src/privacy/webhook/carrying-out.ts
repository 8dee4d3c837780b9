import type { Engine } from '../engine';
import { Refused } from '../refused';
import { noteChanged } from '../reporting/changed';
import { openRequest } from '../requests/making';
import { auditChange } from '../audit';
import { restrictionOf } from '../restriction';
import { toInstant } from '../time';
import { writeAbout } from '../writing';
import type { Announced } from './parse';
import { unseal } from './sealing';

/**
 * Carries out what was announced about some accounts. Of an account about which nothing is kept, nothing is noted. It may
 * be cut off anywhere and come twice: what is done already is left as it is.
 */
export async function carryOutAnnounced(engine: Engine, sealed: string): Promise<void> {
  const accounts = await unseal(engine, sealed);
  if (!accounts) {
    engine.log('announcement-unreadable');
    return;
  }
  let held = 0;
  for (const account of accounts) held += Number(await carryOut(engine, account));
  engine.log('announced', { accounts: accounts.length, held });
}

/** Gives whether anything is kept about the account. Nothing is erased by it: that is for Atlassian or an administrator. */
async function carryOut(engine: Engine, { what, accountId }: Announced): Promise<boolean> {
  try {
    if (what === 'updated') return await noteChanged(engine, accountId);
    if (what === 'closed') return await restrict(engine, accountId);
    if (what === 'erasure' && !(await restrict(engine, accountId))) return false;
    await openRequest(engine, { accountId, type: what, madeBy: 'system' });
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

/** In the administrators' name, who authorised the system: so it is theirs to lift. */
function restrict(engine: Engine, accountId: string): Promise<boolean> {
  const now = engine.now();
  return writeAbout<boolean>(engine, {
    accountId,
    causedAt: now,
    registers: false,
    reads: [],
    plan: ({ subject }) => {
      if (!subject) return { done: false };
      if (restrictionOf(subject.standing)) return { done: true };
      const { token } = subject.person;
      return {
        write: [],
        standing: { restrictedAt: toInstant(now), restrictedBy: 'administrator' },
        also: [auditChange(now, { event: 'restriction-set', role: 'system', subject: token })],
        result: true,
      };
    },
  });
}
