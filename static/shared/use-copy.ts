import { useState } from 'react';
import { t } from './words/words';

/** Copies a text on a click, and says what came of it; `otherwise` says what to do where the browser lets nothing be copied. */
export function useCopy(text: string, otherwise: string) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(t('common.copied'));
    } catch {
      setSaid(`${t('common.not-copied')} ${otherwise}`);
    }
  };
  return { copy: () => void copy(), said, setSaid };
}
