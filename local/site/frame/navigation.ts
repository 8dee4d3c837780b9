type OnPath = (path: string) => void;

let onPath: OnPath = () => {};

/** A page that routes below its own path hears of what leads to somewhere else there, and is not drawn anew. */
interface Routing {
  base: string;
  moved: (action: 'POP' | 'PUSH') => void;
}

let routing: Routing | undefined;

/** From now on the page below this path routes by itself. @returns what ends it */
export function routeBelow(own: Routing): () => void {
  routing = own;
  return () => {
    if (routing === own) routing = undefined;
  };
}

function isRouted(action: 'POP' | 'PUSH'): boolean {
  const { base } = routing ?? {};
  if (base === undefined || (location.pathname !== base && !location.pathname.startsWith(`${base}/`)))
    return false;
  routing?.moved(action);
  return true;
}

/** The path of now with its query, such as `/issues?query=refund`. */
export function currentPath(): string {
  return location.pathname + location.search;
}

/** Goes to a page of the frame without loading it anew. */
export function go(path: string): void {
  if (path === currentPath()) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  if (!isRouted('PUSH')) onPath(path);
}

/** Changes the address only: the page that is shown has done so itself. */
export function changeAddress(path: string, how: 'push' | 'replace'): void {
  if (how === 'push') history.pushState(null, '', path);
  else history.replaceState(null, '', path);
}

function linkOf(event: MouseEvent): HTMLAnchorElement | null {
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  return plain && event.target instanceof Element ? event.target.closest('a[href]') : null;
}

/** Follows links of the frame and the browser's back and forward. */
export function startNavigation(handler: OnPath): void {
  onPath = handler;
  addEventListener('popstate', () => {
    if (!isRouted('POP')) handler(currentPath());
  });
  document.addEventListener('click', (event) => {
    const link = linkOf(event);
    if (!link || link.target !== '' || link.origin !== location.origin) return;
    const isWithinPage = link.hash !== '' && link.pathname === location.pathname;
    if (isWithinPage || link.pathname.startsWith('/__local')) return;
    event.preventDefault();
    go(link.pathname + link.search);
  });
}
