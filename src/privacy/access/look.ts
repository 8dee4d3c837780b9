import { keyParts } from '../../storage/declared';
import type { Ref } from '../../storage/store';
import { appendAudit } from '../audit';
import { AUDIT, type AuditEvent, type AuditLine } from '../data-sets/audit';
import type { AuditReason } from '../data-sets/reasons';
import { keyedDigest } from '../digest';
import type { Engine } from '../engine';
import { Refused } from '../errors';
import { storeOpen } from '../installation';
import type { SubjectAndRows, Subject } from '../person/subject';
import { pepperOf } from '../sealing';
import { addSeconds, toInstant } from '../time';

/** Somebody who has data here, and the store as they were read together. */
export type LookedAt<Refs extends readonly Ref[] = readonly Ref[]> = SubjectAndRows<Refs> & {
  subject: Subject;
};

/** Into whose data, where it is one person's; and the store as it was read. */
type WhereLooked = Pick<LookedAt, 'installation'> & { subject?: Subject };

/** An administrator looks into other people's data, page by page, for a stated reason. */
interface Look {
  /** The administrator's account ID. It is not stored, and goes into the digest of what goes on with the look. */
  by: string;
  event: AuditEvent;
  reason: AuditReason;
  /** The `next` of the page before; without it, a new look begins. */
  after: string | undefined;
}

/** The line of the audit log under which an administrator's look goes on, and where its next page begins. */
interface OpenLook {
  by: string;
  line: string;
  after: string | undefined;
}

const LASTS_SECONDS = 3600;
const SEPARATOR = '~';
/** Half of the digest, as RFC 2104 allows: nobody guesses 128 bits. */
const MARK_DIGITS = 32;

/**
 * Records a look before its first page. A further page names the line of its look, which is read again, and a mark that
 * only this app makes: so nobody gets to a second page without a first that was recorded, nor with somebody else's, nor
 * back to the first without a line of its own.
 * @throws Refused where `after` was not given to this administrator, for this kind, person and reason, within the last hour
 */
export async function openLook(
  engine: Engine,
  { subject, installation }: WhereLooked,
  look: Look,
): Promise<OpenLook> {
  const { by, event, reason } = look;
  if (look.after === undefined) {
    const open = await storeOpen(engine, installation);
    const whose = subject && { subject: subject.person.token };
    const line = await appendAudit(engine, { event, reason, role: 'administrator', ...whose }, open);
    return { by, line, after: undefined };
  }
  const [line = '', mark, ...rest] = look.after.split(SEPARATOR);
  const after = rest.join(SEPARATOR);
  const recorded = keyParts(AUDIT, line) && (await engine.store.get(AUDIT, line));
  const goesOn = isOfLook(engine, recorded, subject?.person.token, look);
  if (!goesOn || mark !== (await markOf(engine, { by, line, after }))) throw lookEnded();
  return { by, line, after };
}

function isOfLook(
  engine: Engine,
  recorded: AuditLine | undefined,
  token: string | undefined,
  { event, reason }: Look,
): boolean {
  if (recorded?.subject !== token || recorded?.role !== 'administrator') return false;
  const since = toInstant(addSeconds(engine.now(), -LASTS_SECONDS));
  return recorded.event === event && recorded.reason === reason && recorded.position >= since;
}

/** The `next` that goes on with a look. */
export async function nextOfLook(
  engine: Engine,
  { by, line }: OpenLook,
  next: string | undefined,
): Promise<string | undefined> {
  if (next === undefined) return undefined;
  return [line, await markOf(engine, { by, line, after: next }), next].join(SEPARATOR);
}

/** Shows that this place of this look was given to this administrator; no account ID holds a space. */
async function markOf(engine: Engine, { by, line, after }: OpenLook): Promise<string> {
  const text = ['look', by, line, after].join(' ');
  return keyedDigest(await pepperOf(engine), text).slice(0, MARK_DIGITS);
}

const lookEnded = (): Refused => new Refused('CONFLICT', 'refused-admin.list-closed');
