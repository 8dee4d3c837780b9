import type { Change } from '../storage/store';
import { AUDIT, type AuditLine } from './data-sets/audit';
import { randomToken } from './digest';
import type { Engine } from './engine';
import { assertPlace, fitting, pageAfter, ROWS_BEYOND } from './pages';
import { FIRST_INSTANT, toInstant } from './time';

interface Lines {
  lines: AuditLine[];
  next?: string;
}

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
  page: { subject?: string; after?: string | undefined; limit: number },
): Promise<Lines> {
  const limit = fitting(page.limit);
  assertPlace(AUDIT.fields.position.value, page.after);
  const rows = await engine.store.query(AUDIT, {
    ...(page.subject === undefined
      ? { index: 'position' }
      : { index: 'by-subject', partition: [page.subject] }),
    where: { between: [FIRST_INSTANT, page.after ?? '~'] },
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
