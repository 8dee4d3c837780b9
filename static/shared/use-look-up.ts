import { useEffect, useState } from 'react';
import type { Found, LookUp } from './look-up';

/** What was found for these IDs so far; an ID whose look-up runs is missing. */
export function useLookUp<T>(lookUp: LookUp<T>, ids: readonly string[]): ReadonlyMap<string, Found<T>> {
  const [found, setFound] = useState<ReadonlyMap<string, Found<T>>>(new Map());
  const wanted = [...new Set(ids)].sort().join(' ');
  useEffect(() => {
    if (wanted === '') return;
    let current = true;
    void lookUp(wanted.split(' ')).then((more) => {
      if (current) setFound((before) => new Map([...before, ...more]));
    });
    return () => {
      current = false;
    };
  }, [lookUp, wanted]);
  return found;
}
