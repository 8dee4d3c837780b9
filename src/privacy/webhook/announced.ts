import type { AnnouncedPerson } from '../../contract';
import { auditChange } from '../audit';
import type { AccessReason, AuditEvent } from '../data-sets/audit';
import type { Webhook } from '../data-sets/webhook';
import type { Engine } from '../engine';
import { hintedRows, withoutHint } from '../hinted';
import { Refused } from '../refused';
import { isHeld } from '../restriction';
import { addDays, toInstant } from '../time';
import { writeAbout } from '../writing';

/** Those who were announced as closed and are still held, longest first. */
export async function listAnnounced(
  engine: Engine,
  webhook: Webhook | undefined,
  limit: number,
): Promise<AnnouncedPerson[]> {
  const days = webhook?.erasesAfterDays;
  return (await hintedRows(engine, 'announcedAt', limit)).map(({ accountId, at, standing }) => ({
    accountId,
    announcedAt: at,
    ...(days !== undefined && { erasedFrom: toInstant(addDays(new Date(at), days)) }),
    ...(isHeld(standing) && { held: true as const }),
  }));
}

/**
 * An administrator's no to what was announced: the person is not erased on its word, and a restriction that came with it is
 * lifted. One that the person or an administrator set stays.
 * @throws Refused where nothing is kept about the account
 */
export function dismissAnnounced(engine: Engine, accountId: string, reason: AccessReason): Promise<void> {
  const now = engine.now();
  return writeAbout<undefined>(engine, {
    accountId,
    causedAt: now,
    registers: false,
    reads: [],
    plan: ({ subject }) => {
      if (!subject) throw new Refused('NOT_FOUND', 'Nothing is kept about this person any more.');
      const { standing, person } = subject;
      if (standing.announcedAt === undefined) return { done: undefined };
      const { unsaid, lifts } = withoutHint(standing, 'announcedAt');
      const events: AuditEvent[] = [
        'announcement-dismissed',
        ...(lifts ? (['restriction-lifted'] as const) : []),
      ];
      return {
        write: [],
        standing: unsaid,
        also: events.map((event) =>
          auditChange(now, {
            event,
            role: 'administrator',
            subject: person.token,
            reason,
          }),
        ),
        result: undefined,
      };
    },
  });
}
