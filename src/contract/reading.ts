import type { AdminFunctions } from '../contract';

const READING = /^(get|list|export|preview|checkReceipt$)/;

/** Looks of an administrator into other people's data: the audit log has a line of each before it shows anything. */
const LOOKS: ReadonlySet<string> = new Set<keyof AdminFunctions>([
  'exportPageOf',
  'listAffected',
  'listEntriesOf',
  'previewErasureOf',
]);

/**
 * Whether a call changes nothing, not even the audit log: then it may be asked again, and a failure left nothing half done.
 * A further page of a look is one. `checkSite` is none: it writes what it finds.
 */
export function changesNothing(name: string, payload: unknown): boolean {
  const isFirstPage = !(payload instanceof Object && 'after' in payload);
  return READING.test(name) && !(LOOKS.has(name) && isFirstPage);
}
