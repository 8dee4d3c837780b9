import { useState } from 'react';

/** Copies a text on a click, and says what came of it; `otherwise` says what to do where the browser lets nothing be copied. */
export function useCopy(text: string, otherwise: string) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied.');
    } catch {
      setSaid(`This browser does not let us copy here. ${otherwise}`);
    }
  };
  return { copy: () => void copy(), said, setSaid };
}
