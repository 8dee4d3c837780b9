import { createContext, useContext, useEffect, useRef, useState } from 'react';
import { placesIn } from './places';

export const PlacesContext = createContext(placesIn(undefined));

export interface Place {
  /** What stands between the slashes: a tab, then what is open in it. */
  path: readonly string[];
  query: URLSearchParams;
  go: (to: string, how?: 'push' | 'replace') => void;
}

/** Where one is in this page. */
export function usePlace(): Place {
  const places = useContext(PlacesContext);
  const [, drawAnew] = useState(0);
  useEffect(() => {
    return places.watch(() => drawAnew((before) => before + 1));
  }, [places]);
  const [path = '', query = ''] = places.now().split('?');
  return {
    path: path.split('/').filter((part) => part !== ''),
    query: new URLSearchParams(query),
    go: places.go,
  };
}

/** A place of the page; what is undefined is left out. */
export function placeAt(
  path: readonly string[],
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const said = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const search = new URLSearchParams(said).toString();
  return `/${path.join('/')}${search === '' ? '' : `?${search}`}`;
}

/** The tabs of a page: which of them is open, and a way to another, which is found as it was left. */
export function useTabs<Name extends string>(names: readonly Name[]) {
  const { path, query, go } = usePlace();
  const left = useRef<Partial<Record<Name, string>>>({});
  const name = names.find((one) => one === path[0]) ?? names[0];
  const search = query.toString();
  useEffect(() => {
    if (name !== undefined && path.length < 2) left.current[name] = search;
  }, [name, path.length, search]);
  const open = (wanted: Name) => {
    const before = left.current[wanted];
    go(placeAt(wanted === names[0] ? [] : [wanted], Object.fromEntries(new URLSearchParams(before))));
  };
  return {
    selected: name === undefined ? 0 : names.indexOf(name),
    open,
    openAt: (index: number) => {
      const wanted = names[index];
      if (wanted !== undefined) open(wanted);
    },
  };
}

/**
 * What a tab is narrowed down to, as the address says it after the question mark. A tab that is not open keeps what it
 * had.
 */
export function useQueryOf(tab: string) {
  const { path, query, go } = usePlace();
  const isOpen = path[0] === tab;
  const now = query.toString();
  const [kept, keep] = useState(now);
  if (isOpen && kept !== now) keep(now);
  return {
    search: isOpen ? now : kept,
    narrow: (to: Readonly<Record<string, string | undefined>>) => go(placeAt([tab], to)),
  };
}
