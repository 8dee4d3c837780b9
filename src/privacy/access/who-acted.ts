import type { Actor, ActorAsked } from '../../contract';
import { ADMINISTRATOR } from '../data-sets/administrator';
import { AUDIT, type AuditLine } from '../data-sets/audit';
import type { Engine } from '../engine';
import { Refused } from '../errors';
import { readInstallation } from '../installation';
import { readSubject } from '../person/subject';
import { addSeconds, toInstant } from '../time';
import { openLook, type LookedAt } from './look';

/** A list may not yet show the row of somebody who acted for the first time: so long nobody is said to be known. */
const LISTED_SECONDS = 3600;

/**
 * Resolves a line of the audit log to the administrator who acted. That somebody asked is a line of its own, written before the
 * answer and about the administrator concerned, whom it tells so.
 * @throws Refused where there is no such line of an administrator, or the row of who acted may not be listed yet
 */
export async function whoActed(
  engine: Engine,
  { line: id, reason, askedBy: by }: ActorAsked & { askedBy: string },
): Promise<Actor> {
  const line = await engine.store.get(AUDIT, id);
  if (line?.role !== 'administrator') throw noSuchLine();
  const actor = await actorIn(engine, line);
  if (!actor && mayBeListedLater(engine, line)) throw notListedYet();
  const where = actor ?? { installation: await readInstallation(engine) };
  await openLook(engine, where, { by, event: 'administrator-named', reason, after: undefined });
  return { accountId: actor?.subject.person.accountId ?? null };
}

/** Whoever has the row to which the line leads, as strictly read with it. */
async function actorIn(engine: Engine, { by }: AuditLine): Promise<LookedAt | undefined> {
  if (by === undefined) return undefined;
  const listed = await engine.store.query(ADMINISTRATOR, { index: 'by-token', partition: [by], limit: 1 });
  for (const { key, row } of listed) {
    const { subject, ...read } = await readSubject(engine, row.accountId, [{ dataSet: ADMINISTRATOR, key }]);
    if (subject && read.rows[0]?.by === by) return { subject, ...read };
  }
  return undefined;
}

const mayBeListedLater = (engine: Engine, { by, position }: AuditLine): boolean =>
  by !== undefined && position >= toInstant(addSeconds(engine.now(), -LISTED_SECONDS));

const noSuchLine = (): Refused => new Refused('NOT_FOUND', 'refused-admin.line-gone');

const notListedYet = (): Refused => new Refused('TRY_LATER', 'refused-admin.line-too-new');
