import type { MarkerLeft } from '../../../src/contract';
import { formatInstantDay, type ForViewer } from '../../shared/dates';
import { t } from '../../shared/words/words';

/** What is left of an erasure, why, and until when. */
export function markerWords({ erasedAt, endsAt, closed }: MarkerLeft, viewer: ForViewer): string {
  return t(closed ? 'my-data.marker-closed' : 'my-data.marker', {
    erased: formatInstantDay(erasedAt, viewer),
    ends: formatInstantDay(endsAt, viewer),
  });
}
