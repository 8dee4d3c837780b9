import { useEffect, useRef, type RefObject } from 'react';

/** The button to which the focus returns when what it opened in its own place is closed again. */
export function useFocusReturn(open: boolean): RefObject<HTMLButtonElement> {
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !open) button.current?.focus();
    wasOpen.current = open;
  }, [open]);
  return button;
}
