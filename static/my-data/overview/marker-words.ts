import type { MarkerLeft } from '../../../src/contract';
import { formatInstantDay, type ForViewer } from '../../shared/dates';

/** What is left of an erasure, why, and until when. */
export function markerWords({ erasedAt, endsAt, closed }: MarkerLeft, viewer: ForViewer): string {
  const [erased, ends] = [erasedAt, endsAt].map((at) => formatInstantDay(at, viewer));
  const why = closed
    ? 'so that nothing about the closed account is kept again'
    : 'so that nothing that was under way brings erased data back';
  return `Your data was erased on ${erased}. Until ${ends} the app keeps a digest of your account ID, from which the ID cannot be read, ${why}.`;
}
