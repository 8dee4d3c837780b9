import type { AuditFilter } from '../contract';
import { MOST_ROWS } from '../storage/query';
import type { Change } from '../storage/store';
import { AUDIT, type AuditLine } from './data-sets/audit';
import { randomToken } from './digest';
import type { Engine } from './engine';
import { Refused } from './errors';
import { assertPlace, fitting, pageAfter, ROWS_BEYOND } from './pages';
import { FIRST_INSTANT, toInstant } from './time';

interface Lines {
  lines: AuditLine[];
  next?: string;
}

type Wanted = { [Name in keyof AuditFilter]?: AuditFilter[Name] | undefined };

/** The change that appends a line to the audit log, to be made in the transaction of what it records. */
export function auditChange(now: Date, line: Omit<AuditLine, 'position'>): Change & { key: string } {
  const position = `${toInstant(now)}#${randomToken()}`;
  return { do: 'set', dataSet: AUDIT, key: position, row: { ...line, position }, expected: 'new-key' };
}

/** Appends a line by itself, before what it records is carried out, while the condition holds; gives its key. */
export async function appendAudit(
  engine: Engine,
  line: Omit<AuditLine, 'position'>,
  condition: Change,
): Promise<string> {
  const change = auditChange(engine.now(), line);
  await engine.store.transact([condition, change]);
  return change.key;
}

/**
 * Lines newest first, of everyone or of the person for whom the token stands.
 * @throws Refused where `after` is not the place of a line
 */
export async function listAudit(
  engine: Engine,
  page: { subject?: string; after?: string | undefined; limit: number } & Pick<Wanted, 'since' | 'until'>,
): Promise<Lines> {
  const limit = fitting(page.limit);
  const { since = FIRST_INSTANT, until = '~' } = page;
  assertPlace(AUDIT.fields.position.value, page.after);
  const last = page.after !== undefined && page.after < until ? page.after : until;
  const rows = await engine.store.query(AUDIT, {
    ...(page.subject === undefined
      ? { index: 'position' }
      : { index: 'by-subject', partition: [page.subject] }),
    where: { between: [since < last ? since : last, last] },
    descending: true,
    limit: limit + ROWS_BEYOND,
  });
  const { items, next } = pageAfter(
    rows.map(({ row }) => row),
    page.after,
    limit,
  );
  return { lines: items, ...(next !== undefined && { next }) };
}

/** Queries that one call makes at most, of a hundred lines each: which event, role or reason is in no index. */
const MOST_QUERIES = 10;

/**
 * Lines of everyone that fit a filter, newest first. Days are read by the index; what else is asked for is looked for among
 * at most a thousand lines, so a page with `next` may have few lines or none.
 * @throws Refused where `after` is not the place of a line, or nothing can lie in the time
 */
export async function searchAudit(
  engine: Engine,
  { since, until, ...wanted }: Wanted,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Lines> {
  if (since !== undefined && until !== undefined && since >= until) throw noTime();
  const time = { since, until };
  const fields = Object.entries(wanted).filter(([, value]) => value !== undefined);
  if (fields.length === 0) return listAudit(engine, { ...time, after, limit });
  const fits = (line: AuditLine) => fields.every(([name, value]) => line[name as keyof AuditLine] === value);
  const lines: AuditLine[] = [];
  let next = after;
  for (let queries = 0; queries < MOST_QUERIES; queries += 1) {
    const found = await listAudit(engine, { ...time, after: next, limit: MOST_ROWS });
    lines.push(...found.lines.filter(fits));
    next = found.next;
    if (lines.length > limit) return { lines: lines.slice(0, limit), ...endOf(lines[limit - 1]) };
    if (next === undefined) break;
  }
  return { lines, ...(next !== undefined && { next }) };
}

const endOf = (line: AuditLine | undefined): { next?: string } => (line ? { next: line.position } : {});

const noTime = (): Refused =>
  new Refused('INVALID', 'refused.days-reversed', {
    until: 'refused-admin.day-after-first',
  });
