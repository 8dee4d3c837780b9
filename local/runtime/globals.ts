import { captureConsole } from './console-capture';
import { installRealmDate } from './realm-date';
import { installRealmTimers } from './realm-timers';
import { scopes, type ForgeDescriptor, type ForgeRequestInit } from './scope';

const INSTALLED = Symbol.for('local-forge.installed');

/**
 * Installs what Forge gives a function's realm: runtime, platform fetch, closed network, clock and log.
 * Runs before any `@forge/*` module loads, as some read these at import; a second call does nothing.
 * @param realmNow the clock of the whole realm, where it serves nothing but functions
 */
export function installForgeGlobals(realmNow?: () => number): void {
  const realm = globalThis as Record<symbol, unknown>;
  if (realm[INSTALLED]) return;
  realm[INSTALLED] = true;
  Object.defineProperty(globalThis, '__forge_runtime__', {
    get: () => scopes.getStore()?.runtime,
    configurable: true,
  });
  Object.assign(globalThis, { __forge_fetch__: platformFetch, fetch: closedFetch(globalThis.fetch) });
  installRealmDate(() => scopes.getStore()?.now() ?? realmNow?.());
  installRealmTimers(() => scopes.getStore()?.wait);
  captureConsole(() => scopes.getStore()?.log);
}

async function platformFetch(
  descriptor: ForgeDescriptor,
  path: string,
  init?: ForgeRequestInit,
): Promise<Response> {
  const scope = scopes.getStore();
  if (!scope)
    throw new Error(`No invocation is running: ${descriptor.remote ?? descriptor.type} ${path} was refused.`);
  return scope.fetch(descriptor, path, init);
}

/** Inside an invocation there is no way out; outside (a test, the local site) fetch is what it was. */
function closedFetch(open: typeof fetch): typeof fetch {
  return async (input, init) => {
    const scope = scopes.getStore();
    if (!scope) return open(input, init);
    const url = input instanceof Request ? input.url : String(input);
    throw scope.egress(url);
  };
}
