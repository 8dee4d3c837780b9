import { useEffect, useRef, type RefObject } from 'react';
import type { AccountId } from '../../src/contract';

/** After a visit to a person, the keyboard goes on where it left: at their row, else at the heading that gets the ref. */
export function useFocusOnReturn(
  returnTo: AccountId | undefined,
  idOf: (accountId: AccountId) => string,
): RefObject<HTMLHeadingElement> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (returnTo === undefined) return;
    const row = document.getElementById(idOf(returnTo));
    (row ?? heading.current)?.focus();
  }, [returnTo, idOf]);
  return heading;
}
