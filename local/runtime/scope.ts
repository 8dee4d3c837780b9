import { AsyncLocalStorage } from 'node:async_hooks';

/** What code that runs inside an invocation sees of the platform; each invocation has its own. */
export interface Scope {
  /** `global.__forge_runtime__`. */
  runtime: object;
  /** `global.__forge_fetch__`. */
  fetch(descriptor: ForgeDescriptor, path: string, init?: ForgeRequestInit): Promise<Response>;
  /** A way out of Forge was tried. */
  egress(target: string): Error;
  log(line: string): void;
  /** Epoch milliseconds of the local Forge's clock. */
  now(): number;
  /** Waits on that clock; missing where it ticks, and in a worker: timers then run in real time. */
  wait?: (ms: number) => Promise<void>;
}

/** How a @forge package names the remote of a call. */
export interface ForgeDescriptor {
  type: string;
  provider?: string;
  remote?: string;
  accountId?: string;
  contextAri?: string;
}

export interface ForgeRequestInit {
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

const SCOPES = Symbol.for('local-forge.scopes');
const holder = globalThis as { [SCOPES]?: AsyncLocalStorage<Scope> };

/** One store for a realm, however often this module is loaded in it. */
export const scopes = (holder[SCOPES] ??= new AsyncLocalStorage<Scope>());
