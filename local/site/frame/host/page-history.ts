import { changeAddress, routeBelow } from '../navigation';

interface PageLocation {
  pathname: string;
  search: string;
  hash: string;
  state?: unknown;
}

type Listener = (location: PageLocation, action: string) => unknown;
type Where = string | Partial<PageLocation>;

function locationBelow(base: string): PageLocation {
  const { pathname, search, hash } = location;
  const below = pathname.startsWith(base) ? pathname.slice(base.length) : '';
  return { pathname: below === '' ? '/' : below, search, hash };
}

function addressOf(base: string, where: Where): string {
  if (typeof where === 'string') return base + (where === '/' ? '' : where);
  const { pathname = '/', search = '', hash = '' } = where;
  return base + (pathname === '/' ? '' : pathname) + search + hash;
}

/**
 * `view.createHistory()`: the app routes below its page's own path.
 * @param onEnd takes what is to be done when the page is left
 */
export function createPageHistory(base: string, onEnd: (end: () => void) => void): Record<string, unknown> {
  const listeners = new Set<Listener>();
  const tell = (action: string): void => {
    for (const listener of listeners) void listener(locationBelow(base), action);
  };
  const move = (how: 'push' | 'replace') => (where: Where) => {
    changeAddress(addressOf(base, where), how);
    tell(how.toUpperCase());
  };
  onEnd(routeBelow({ base, moved: tell }));
  return {
    action: 'POP',
    location: locationBelow(base),
    push: move('push'),
    replace: move('replace'),
    go: (steps: number) => history.go(steps),
    goBack: () => history.back(),
    goForward: () => history.forward(),
    listen: (listener: Listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
