import type { Restriction } from '../../src/contract';
import { formatInstantDay, type ForViewer } from './dates';
import { said } from './said';
import { t } from './words/words';

/** Since when the use is restricted, and by whom. @param isOwn whether the reader is the person it is about */
export function sinceWords({ by, since }: Restriction, viewer: ForViewer, isOwn: boolean): string {
  const values = { since: formatInstantDay(since, viewer), own: isOwn ? 'yes' : 'no' };
  return said(`common.restricted-by-${by}`, values) ?? t('common.restricted-by-unknown', values);
}
