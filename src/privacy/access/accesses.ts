import type { AccessNote, AccessPage, Counted } from '../../contract';
import { MOST_ROWS } from '../../storage/query';
import { listAudit } from '../audit';
import type { AuditLine } from '../data-sets/audit';
import type { Engine } from '../engine';

/** Queries that one call makes at most, where nothing but what the person did themselves comes up. */
const MOST_QUERIES = 3;

/**
 * What others did with the person's data, newest first, what happened more than once on a day told once. What they did
 * themselves they know; it is passed over. With `next` there are older lines, in which there may be more.
 */
export async function accessesTo(
  engine: Engine,
  token: string,
  after: string | undefined,
): Promise<AccessPage> {
  return (await linesAbout(engine, token, after)).page;
}

/** The same, with how many lines were seen on the way, those of the person among them. */
export async function linesAbout(
  engine: Engine,
  token: string,
  after: string | undefined,
): Promise<{ page: AccessPage; lines: Counted }> {
  const notes = new Map<string, AccessNote>();
  let next = after;
  let least = 0;
  for (let queries = 0; queries < MOST_QUERIES && notes.size === 0; queries += 1) {
    const found = await listAudit(engine, { subject: token, after: next, limit: MOST_ROWS });
    least += found.lines.length;
    for (const note of found.lines.filter(({ role }) => role !== 'person').map(toNote)) {
      notes.set(JSON.stringify(note), note);
    }
    next = found.next;
    if (next === undefined) break;
  }
  return {
    page: { accesses: [...notes.values()], ...(next !== undefined && { next }) },
    lines: { least, ...(next !== undefined && { more: true }) },
  };
}

/** What a person reads of a line about them: the day, the role, the event and the reason, but not who it was. */
export const toNote = ({ position, role, event, reason }: AuditLine): AccessNote => ({
  on: position.slice(0, 10),
  role,
  what: event,
  ...(reason !== undefined && { reason }),
});
