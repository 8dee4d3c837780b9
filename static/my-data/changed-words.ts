import { t } from '../shared/words/words';

/**
 * That the notice changed since somebody read it.
 * @param parts how many of its parts are others, where that is known
 */
export function changedWords(parts: number | undefined, day: string): string {
  if (parts === undefined || parts === 0) return t('my-data.notice-changed', { day });
  return t('my-data.parts-changed', { parts, day });
}
