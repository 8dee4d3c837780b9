import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock';
import type { ParsedManifest } from '../manifest';
import { findFunction } from '../manifest';
import type { Door } from './door';
import { bare, egressRefusal } from './egress';
import type { InvocationFacts } from './facts';
import { OutOfMemory, type FunctionHost, type HostResult } from './host';
import { Invocation } from './invocation';
import { createLog } from './log';
import { realTimeout } from './realm-timers';
import type { InvocationBook, InvocationRecord, InvocationSource } from './records';
import type { Scope } from './scope';

/** One function to run, for one installation. */
interface FunctionCall {
  source: InvocationSource;
  functionKey: string;
  moduleKey: string;
  /** The resolver function, for the record. */
  call?: string;
  installation: { id: string; cloudId: string };
  accountId?: string | undefined;
  payload: unknown;
  timeoutMs: number;
  depth?: number;
}

/** How it went: a value (through JSON), or the record's `error`. */
export interface Completed {
  record: InvocationRecord;
  /** Size of the result as JSON, in bytes. */
  bytes: number;
  value: unknown;
}

export type Invoker = (call: FunctionCall) => Promise<Completed>;

interface InvokerOptions {
  manifest: ParsedManifest;
  host: FunctionHost;
  clock: Clock;
  door: Door;
  records: InvocationBook;
  unmodelled: string[];
}

/** Where the clock stands, its time is what counts; in real time hundreds side by side may take longer on a busy machine. */
const STANDING_CLOCK_PATIENCE = 6;

export function createInvoker(options: InvokerOptions): Invoker {
  return async (call) => {
    const invocation = openInvocation(options, call);
    const started = performance.now();
    const patience = options.clock.ticking ? 1 : STANDING_CLOCK_PATIENCE;
    const watchdog = realTimeout(() => invocation.timeOut(), patience * call.timeoutMs);
    watchdog.unref();
    let value: string | undefined;
    try {
      value = await runToItsEnd(options, invocation, call);
    } finally {
      clearTimeout(watchdog);
      invocation.end();
      invocation.record.ms = options.clock.ticking
        ? Math.round(performance.now() - started)
        : invocation.spentMs;
      options.records.add(invocation.record);
    }
    return {
      record: invocation.record,
      bytes: value === undefined ? 0 : Buffer.byteLength(value),
      value: value === undefined ? undefined : JSON.parse(value),
    };
  };
}

function openInvocation({ manifest, clock }: InvokerOptions, call: FunctionCall): Invocation {
  const facts: InvocationFacts = {
    invocationId: randomUUID(),
    installationId: call.installation.id,
    cloudId: call.installation.cloudId,
    appId: manifest.appId,
    functionKey: call.functionKey,
    moduleKey: call.moduleKey,
    moduleType: call.source,
    scopes: manifest.scopes,
    external: manifest.external,
    timeoutMs: call.timeoutMs,
    ...(call.accountId === undefined ? {} : { accountId: call.accountId }),
  };
  const record: InvocationRecord = {
    id: facts.invocationId,
    source: call.source,
    function: call.functionKey,
    moduleKey: call.moduleKey,
    ...(call.call === undefined ? {} : { call: call.call }),
    installation: call.installation.id,
    at: clock.now(),
    ms: 0,
    logs: [],
    calls: {},
    outcome: 'ok',
  };
  return new Invocation({ facts, record, depth: call.depth ?? 0 });
}

/** Waits for the function or for its death, whichever is first, and notes the outcome on the record. */
async function runToItsEnd(
  options: InvokerOptions,
  invocation: Invocation,
  call: FunctionCall,
): Promise<string | undefined> {
  const { record } = invocation;
  const running = startRun(options, invocation, call);
  // A function that dies may still reject later; nobody is left to hear it.
  running.catch(() => undefined);
  try {
    const first = await Promise.race([running, invocation.death]);
    if ('outcome' in first) {
      Object.assign(record, { outcome: first.outcome, error: first.reason });
      return undefined;
    }
    if (first.memoryMb !== undefined) record.memoryMb = first.memoryMb;
    return first.value;
  } catch (error) {
    record.outcome = error instanceof OutOfMemory ? 'out-of-memory' : 'error';
    record.error = error instanceof Error ? error.message : String(error);
    return undefined;
  }
}

async function startRun(
  options: InvokerOptions,
  invocation: Invocation,
  call: FunctionCall,
): Promise<HostResult> {
  const { manifest, host, clock } = options;
  const started = performance.now();
  return host.run({
    handler: findFunction(manifest, call.functionKey).handler,
    facts: invocation.facts,
    payload: JSON.stringify(call.payload ?? {}),
    scope: createScope(options, invocation),
    remainingMs: () =>
      clock.ticking ? call.timeoutMs - (performance.now() - started) : invocation.remainingMs,
    memoryMb: manifest.memoryMb,
    death: invocation.death,
  });
}

function createScope(
  { clock, door, unmodelled }: InvokerOptions,
  invocation: Invocation,
): Omit<Scope, 'runtime'> {
  return {
    now: clock.now,
    ...(!clock.ticking && { wait: (ms: number) => invocation.wait(clock, ms) }),
    fetch: (descriptor, path, init) => door(invocation, descriptor, path, init),
    log: createLog(invocation.record.logs, invocation.facts.timeoutMs),
    egress: (target) => {
      unmodelled.push(`egress to ${bare(target)}`);
      return egressRefusal(target, invocation.facts.external);
    },
  };
}
