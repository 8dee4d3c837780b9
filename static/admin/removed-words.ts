import type { RemovedPerson } from '../../src/contract';
import { formatInstantDay } from '../shared/dates';
import type { Viewer } from '../shared/viewer';
import { t } from '../shared/words/words';

/** What happens to somebody who was removed from the site, and when. */
export function erasedWords({ erasedFrom, held }: RemovedPerson, viewer: Viewer): string {
  if (held) return t('admin.removed-held');
  return erasedFrom === undefined
    ? t('admin.removed-when-closed')
    : t('admin.removed-from', { day: formatInstantDay(erasedFrom, viewer) });
}
