import { view } from '@forge/bridge';
import { wait } from './wait';

/** Where one is in a page, as Jira's address says it behind the page's own, such as `/requests?status=declined`. */
export interface Places {
  now: () => string;
  /** Goes there: the browser's back button leads here again, unless it is to take the place of this one. */
  go: (to: string, how?: 'push' | 'replace') => void;
  /** @returns what ends it */
  watch: (changed: () => void) => () => void;
}

interface Location {
  pathname: string;
  search?: string;
}

/** As much of Jira's history as a page needs. */
interface PageHistory {
  location: Location;
  push: (to: string) => unknown;
  replace: (to: string) => unknown;
  listen: (heard: (location: Location, action: string) => void) => unknown;
}

/** Without an answer by then the page goes on without an address of its own. */
const ANSWER_MS = 3000;

/** Asks Jira for the page's history, which it has for pages of their own and not for what stands on a work item. */
export async function openPlaces(): Promise<Places> {
  try {
    return placesIn(await Promise.race([view.createHistory(), wait(ANSWER_MS).then(() => undefined)]));
  } catch {
    return placesIn(undefined);
  }
}

/** The places of a history; without one they last as long as the page. */
export function placesIn(history: PageHistory | undefined): Places {
  let here = history ? placeOf(history.location) : '/';
  let ownSteps: string[] = [];
  const watching = new Set<() => void>();
  const arrive = (place: string) => {
    if (place === here) return;
    here = place;
    for (const changed of watching) changed();
  };
  history?.listen((location, action) => {
    const place = placeOf(location);
    // Jira tells of the page's own steps, too, and later than they were taken.
    if (action !== 'POP' && ownSteps[0] === place) {
      ownSteps.shift();
      return;
    }
    ownSteps = [];
    arrive(place);
  });
  return {
    now: () => here,
    go: (to, how = 'push') => {
      if (to === here) return;
      if (history) ownSteps.push(to);
      arrive(to);
      void history?.[how](to);
    },
    watch: (changed) => {
      watching.add(changed);
      return () => watching.delete(changed);
    },
  };
}

const placeOf = ({ pathname, search = '' }: Location): string =>
  `${pathname === '' ? '/' : pathname}${search}`;
