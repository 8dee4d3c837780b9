import type { AccessNote, AuditEvent } from '../../contract';
import { newsSince } from '../time';

const LOOKS: readonly AuditEvent[] = [
  'entries-viewed',
  'entries-deleted',
  'entries-corrected',
  'data-exported',
];

/** The last day on which an administrator looked at or changed the person's entries, where that is news. */
export const lastSeen = (notes: readonly AccessNote[], now: Date): string | undefined =>
  notes
    .filter(({ what, role }) => role === 'administrator' && LOOKS.includes(what))
    .map(({ on }) => on)
    .filter((on) => on >= newsSince(now).slice(0, 10))
    .sort()
    .at(-1);
