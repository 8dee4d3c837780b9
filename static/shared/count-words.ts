import type { Counted } from '../../src/contract';
import { t } from './words/words';

/** The number in the viewer's language, where it may be the least there are. */
export const leastOf = ({ least, more }: Counted, locale: string): string =>
  orMore(least.toLocaleString(locale), more);

/** A number that is written already, where it may be the least there are. */
export const orMore = (number: string, more: true | undefined): string =>
  more ? t('common.or-more', { number }) : number;
