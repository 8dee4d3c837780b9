import type { Addresses } from './addresses';

const SAFE_METHODS = new Set(['GET', 'HEAD']);

/**
 * Says why a request to the frame is refused, or nothing. Another web page on this machine must not drive the
 * site: not by a name that leads here (the Host header), not by a form or a script (Origin, Sec-Fetch-Site).
 */
export function frameRefusal(request: Request, addresses: Addresses): string | undefined {
  const origin = request.headers.get('origin');
  if (origin !== null && origin !== addresses.frameOrigin) return 'This request comes from another web page.';
  const site = request.headers.get('sec-fetch-site');
  if (site === null || site === 'same-origin' || site === 'none') return undefined;
  const isLink = request.headers.get('sec-fetch-mode') === 'navigate' && SAFE_METHODS.has(request.method);
  const isTop = request.headers.get('sec-fetch-dest') === 'document';
  const asksControl = new URL(request.url).pathname.startsWith('/__local');
  return isLink && isTop && !asksControl ? undefined : 'This request comes from another web page.';
}

/** The host a request was sent to, when it is one of the two that this site answers as. */
export function hostOf(request: Request, addresses: Addresses): 'frame' | 'app' | undefined {
  const host = request.headers.get('host');
  if (host === addresses.frameHost) return 'frame';
  return host === addresses.appHost ? 'app' : undefined;
}
