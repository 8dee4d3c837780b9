import type { AccessNote, AccessPage, News } from '../../contract';
import { MOST_ROWS } from '../../storage/query';
import { together } from '../../storage/together';
import { listAudit } from '../audit';
import type { AuditEvent } from '../data-sets/audit';
import type { Engine } from '../engine';
import type { Subject } from '../person/subject';
import { readRequestNews, type RequestNews } from '../requests/of-person';
import { newsSince } from '../time';
import { toNote } from './accesses';

/** What is news to the person, for a page that has not read the lines about them. */
export async function readNews(engine: Engine, subject: Subject): Promise<News> {
  const [requests, page] = await together([
    readRequestNews(engine, subject),
    notesSince(engine, subject, undefined),
  ]);
  return newsIn(engine, subject, requests, page);
}

/** The same, for a page that has read the news of their requests and the newest lines about them already. */
export async function newsIn(
  engine: Engine,
  subject: Subject,
  requests: RequestNews,
  page: AccessPage,
): Promise<News> {
  const seenOn = await lastSeen(engine, subject, page);
  return { ...requests, ...(seenOn !== undefined && { seenOn }) };
}

/** What counts as news when an administrator did it. */
const LOOKS: readonly AuditEvent[] = [
  'entries-viewed',
  'entries-deleted',
  'entries-corrected',
  'data-exported',
];

const isLook = ({ what, role }: AccessNote): boolean => role === 'administrator' && LOOKS.includes(what);

/** Pages searched at most when nobody looked, the first included. */
const MOST_QUERIES = 3;

/**
 * The last day on which an administrator looked at or changed the person's entries, if that is news. A page may hold lines
 * about other things only, so the pages behind it are searched too.
 */
async function lastSeen(engine: Engine, subject: Subject, first: AccessPage): Promise<string | undefined> {
  const since = firstDay(engine);
  let page = first;
  for (let queries = 1; ; queries += 1) {
    const days = page.accesses.filter(isLook).map(({ on }) => on);
    const seenOn = days
      .filter((on) => on >= since)
      .sort()
      .at(-1);
    const { next } = page;
    if (seenOn !== undefined || next === undefined || next < since || queries === MOST_QUERIES) return seenOn;
    page = await notesSince(engine, subject, next);
  }
}

async function notesSince(
  engine: Engine,
  { person }: Subject,
  after: string | undefined,
): Promise<AccessPage> {
  const asked = { subject: person.token, since: firstDay(engine), after, limit: MOST_ROWS };
  const { lines, next } = await listAudit(engine, asked);
  return { accesses: lines.map(toNote), ...(next !== undefined && { next }) };
}

/** People are told the day and no time, so a whole day is news. */
const firstDay = (engine: Engine): string => newsSince(engine.now()).slice(0, 10);
