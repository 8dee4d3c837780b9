import { useEffect, useRef, type RefObject } from 'react';

/**
 * Moves the focus to what says the news, because the button that was pressed is gone or disabled.
 * @param news another object each time something happened; `undefined` while nothing did
 */
export function useFocusOn<E extends HTMLElement>(news: object | undefined): RefObject<E> {
  const target = useRef<E>(null);
  useEffect(() => {
    if (news !== undefined) target.current?.focus();
  }, [news]);
  return target;
}
