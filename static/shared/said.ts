import { isKey, t } from './words/words';

/**
 * What a function says by the key of a message. Nothing where the page cannot say it: the function may be of a newer
 * version, and name a message that the page has not, or one to which it gives other values.
 */
export function said(
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): string | undefined {
  try {
    return isKey(key) ? t(key, values) : undefined;
  } catch {
    return undefined;
  }
}
