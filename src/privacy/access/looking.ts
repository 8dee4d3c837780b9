import { keyParts } from '../../storage/declared';
import { appendAudit } from '../audit';
import { AUDIT, type AccessReason, type AuditEvent } from '../data-sets/audit';
import type { Engine } from '../engine';
import { storeOpen } from '../installation';
import { Refused } from '../refused';
import { addSeconds, toInstant } from '../time';
import type { Subject, SubjectAndRows } from '../subjects';

/** Somebody who has data here, and the store as they were read together. */
export type LookedAt = Pick<SubjectAndRows, 'installation'> & { subject: Subject };

/** An administrator looks into someone else's data, page by page, for a stated reason. */
export interface Look {
  event: AuditEvent;
  reason: AccessReason;
  /** The `next` of the page before; without it, a new look begins. */
  after: string | undefined;
}

/** The line of the audit log under which a look goes on, and where its next page begins. */
export interface OpenLook {
  line: string;
  after: string | undefined;
}

const LASTS_SECONDS = 3600;
const SEPARATOR = '~';

/**
 * Records a look before its first page. A further page names the line of its look, which is read again: nobody gets to
 * a second page without a first that was recorded.
 * @throws Refused where `after` belongs to no look of this kind, person and reason within the last hour
 */
export async function openLook(
  engine: Engine,
  { subject, installation }: LookedAt,
  look: Look,
): Promise<OpenLook> {
  const { token } = subject.person;
  const { event, reason } = look;
  if (look.after === undefined) {
    const open = await storeOpen(engine, installation);
    const line = await appendAudit(engine, { event, reason, role: 'administrator', subject: token }, open);
    return { line, after: undefined };
  }
  const [line = '', ...rest] = look.after.split(SEPARATOR);
  const recorded = keyParts(AUDIT, line) && (await engine.store.get(AUDIT, line));
  const since = toInstant(addSeconds(engine.now(), -LASTS_SECONDS));
  const same = recorded?.subject === token && recorded.event === event && recorded.reason === reason;
  if (!same || recorded.role !== 'administrator' || recorded.position < since) throw lookEnded();
  return { line, after: rest.join(SEPARATOR) };
}

/** The `next` that goes on with a look. */
export const nextOfLook = (look: OpenLook, next: string | undefined): string | undefined =>
  next === undefined ? undefined : `${look.line}${SEPARATOR}${next}`;

const lookEnded = (): Refused =>
  new Refused(
    'CONFLICT',
    'This list was opened too long ago. Nothing was shown; open it again with a reason.',
  );
