/**
 * Runs a hook or a component without a page: what `useState` and `useRef` keep from one drawing to the next. Effects do not run. A test puts
 * `hooks` in the place of React's.
 */
const kept: unknown[] = [];
let at = 0;

const keep = <T>(first: () => T): [value: T, place: number] => {
  const place = at++;
  if (!(place in kept)) kept[place] = first();
  return [kept[place] as T, place];
};

export const hooks = {
  useState: <T>(first?: T | (() => T)) => {
    const [value, place] = keep(() => (typeof first === 'function' ? (first as () => T)() : first));
    const set = (next: T | ((now: T) => T)) =>
      (kept[place] = typeof next === 'function' ? (next as (now: T) => T)(kept[place] as T) : next);
    return [value, set];
  },
  useRef: <T>(current: T) => keep(() => ({ current }))[0],
  useId: () => 'an-id',
  useEffect: () => {},
  useCallback: <T>(work: T) => work,
};

/** What it gives now. */
export function drawn<T>(draw: () => T): T {
  at = 0;
  return draw();
}

/** As if nothing was ever drawn. */
export function leavePage(): void {
  kept.length = 0;
}
