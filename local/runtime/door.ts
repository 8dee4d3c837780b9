import type { Clock } from '../clock';
import { NotModelledError } from '../errors';
import type { FaultBook, FaultOutcome } from '../faults';
import type { Random } from '../random';
import { never, type Invocation } from './invocation';
import { INVOCATION_LIMITS, type CallTime } from './limits';
import { readRequest, type PlatformRequest } from './requests';
import type { ForgeDescriptor, ForgeRequestInit } from './scope';
import { mayCall, scopeRefusal, storageScopeRefusal } from './scopes';

/** Carries a call out once it has passed the door. */
export type Carry = (request: PlatformRequest, invocation: Invocation) => Promise<Response>;

interface DoorOptions {
  clock: Clock;
  faults: FaultBook;
  scopes: string[];
  carry: Carry;
  /** How long a call takes. */
  callMs: CallTime;
  random: Random;
  /** Told of every call that began or ended after its function had answered. */
  lateCalls: string[];
  /** Told of everything that was asked for and is not modelled. */
  unmodelled: string[];
}

/** The only way from a function to the platform. */
export type Door = (
  invocation: Invocation,
  descriptor: ForgeDescriptor,
  path: string,
  init?: ForgeRequestInit,
) => Promise<Response>;

export function createDoor(options: DoorOptions): Door {
  return async (invocation, descriptor, path, init) => {
    if (invocation.dead) return never;
    refuseAfterEnd(options, invocation, path);
    try {
      const response = await call(options, invocation, readRequest(invocation, descriptor, path, init));
      if (invocation.dead) return never;
      if (!invocation.running) options.lateCalls.push(`${invocation.facts.functionKey} ${path}`);
      return response;
    } catch (error) {
      if (error instanceof NotModelledError) options.unmodelled.push(error.what);
      if (invocation.dead) return never;
      throw error;
    }
  };
}

async function call(
  options: DoorOptions,
  invocation: Invocation,
  request: PlatformRequest,
): Promise<Response> {
  const counted = `${request.remote} ${request.path}`;
  invocation.record.calls[counted] = (invocation.record.calls[counted] ?? 0) + 1;
  const { callMs } = options;
  if (typeof callMs === 'number') {
    await elapse(options, invocation, callMs, 'simulated');
    if (invocation.dead) return never;
    return answer(options, invocation, request, options.faults.strike(request));
  }
  // There and back: what other functions do meanwhile comes before or after it.
  const ms = callMs.min + options.random() * (callMs.max - callMs.min);
  await invocation.wait(options.clock, ms / 2);
  const response = await answer(options, invocation, request, options.faults.strike(request));
  await invocation.wait(options.clock, ms / 2);
  return response;
}

async function answer(
  options: DoorOptions,
  invocation: Invocation,
  request: PlatformRequest,
  fault: FaultOutcome | undefined,
): Promise<Response> {
  const carryOut = (): Promise<Response> => carryWithScope(options, invocation, request);
  switch (fault?.kind) {
    case undefined:
      return carryOut();
    case 'answer':
      return faultAnswer(fault.status, fault.body, fault.headers);
    case 'rate-limited':
      return faultAnswer(429, rateLimitBody(request), {
        'retry-after': String(fault.retryAfterSeconds ?? 10),
      });
    case 'time-out':
      await elapse(options, invocation, fault.ms ?? INVOCATION_LIMITS.outboundRequestSeconds * 1000, 'real');
      throw connectionError('UND_ERR_HEADERS_TIMEOUT', 'Headers Timeout Error');
    case 'cut':
      throw connectionError('ECONNRESET', 'read ECONNRESET');
    case 'lost-response':
      await carryOut();
      throw connectionError('UND_ERR_SOCKET', 'other side closed');
    case 'slow': {
      const response = await carryOut();
      await elapse(options, invocation, fault.ms, 'real');
      return response;
    }
    case 'crash':
      return crash(invocation, fault.when, carryOut);
  }
}

async function crash(
  invocation: Invocation,
  when: 'before' | 'after',
  carryOut: () => Promise<Response>,
): Promise<never> {
  if (when === 'after') await carryOut();
  invocation.kill({ outcome: 'killed', reason: `A fault killed it ${when} a platform call.` });
  return never;
}

async function carryWithScope(
  { scopes, carry }: DoorOptions,
  invocation: Invocation,
  request: PlatformRequest,
): Promise<Response> {
  if (mayCall(scopes, request.remote, request.method, request.path)) return carry(request, invocation);
  return request.remote === 'kvs' ? storageScopeRefusal() : scopeRefusal();
}

/** Lets time go by for this call: on a ticking clock really, and only for what is slow on purpose. */
async function elapse(
  { clock }: DoorOptions,
  invocation: Invocation,
  ms: number,
  kind: 'simulated' | 'real',
): Promise<void> {
  if (!clock.ticking) {
    clock.pass(Math.min(ms, invocation.remainingMs));
    invocation.spend(ms);
  } else if (kind === 'real') {
    await clock.wait(ms);
  }
}

function refuseAfterEnd({ lateCalls }: DoorOptions, invocation: Invocation, path: string): void {
  if (invocation.running) return;
  lateCalls.push(`${invocation.facts.functionKey} ${path}`);
  throw new Error(`${path} was called after its invocation had ended: await it before returning.`);
}

function faultAnswer(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  if (body === undefined) return new Response(null, { status, headers });
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return new Response(text, { status, headers });
}

/** KVS answers in its own form (documented code); the others name no body. */
function rateLimitBody(request: PlatformRequest): unknown {
  return request.remote === 'kvs' ? { code: 'TOO_MANY_REQUESTS', message: 'Too many requests' } : undefined;
}

/** What Node's fetch rejects with when a connection fails (observed). */
function connectionError(code: string, message: string): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) });
}
