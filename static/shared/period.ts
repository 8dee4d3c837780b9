import { t } from './words/words';

type Period = Readonly<{ unit: 'years' | 'days'; count: number }>;

/** A number of days as messages take it: whole years as years, all others as days. */
export const periodOf = (days: number): Period =>
  days > 0 && days % 365 === 0 ? { unit: 'years', count: days / 365 } : { unit: 'days', count: days };

/** `3 years`, `90 days`. */
export const periodWords = (days: number): string => t('common.period', periodOf(days));
