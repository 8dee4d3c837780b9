type OnPath = (path: string) => void;

let onPath: OnPath = () => {};

/** The path of now with its query, such as `/issues?query=refund`. */
export function currentPath(): string {
  return location.pathname + location.search;
}

/** Goes to a page of the frame without loading it anew. */
export function go(path: string): void {
  if (path === currentPath()) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  onPath(path);
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
  addEventListener('popstate', () => handler(currentPath()));
  document.addEventListener('click', (event) => {
    const link = linkOf(event);
    if (!link || link.target !== '' || link.origin !== location.origin) return;
    const isWithinPage = link.hash !== '' && link.pathname === location.pathname;
    if (isWithinPage || link.pathname.startsWith('/__local')) return;
    event.preventDefault();
    go(link.pathname + link.search);
  });
}
