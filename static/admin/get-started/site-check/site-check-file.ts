import type { Day } from '../../../../src/contract';
import type { CheckedRow } from './site-check-rows';

/** The result as a file that can be handed on: what was measured, and nothing of the site or of anyone. */
export function siteCheckFile(day: Day, done: boolean, rows: readonly CheckedRow[]): string {
  const findings = rows.map(({ id, assumed, verdict, outcome, number, codes, found }) => ({
    id,
    assumed,
    verdict,
    outcome,
    ...(number !== undefined && { number }),
    ...(codes.length > 0 && { codes }),
    found,
  }));
  return `${JSON.stringify({ kind: 'privacy-center-site-check', version: 1, day, complete: done, findings }, null, 2)}\n`;
}
