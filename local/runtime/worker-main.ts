// Runs in a worker: the realm of one function at a time, as a Forge function has its process.
import { createRequire } from 'node:module';
import { Socket } from 'node:net';
import { getHeapStatistics } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import { egressRefusal, type External } from './egress';
import { installForgeGlobals } from './globals';
import { callHandler, fileOf, type AppModule } from './module-host';
import type { Scope } from './scope';
import type { FromWorker, Tick, ToWorker, WorkerSettings } from './worker-protocol';

interface Waiting {
  resolve(response: Response): void;
  reject(error: Error): void;
}

const { files, ticking } = workerData as WorkerSettings;
const waiting = new Map<number, Waiting>();
let lastCall = 0;
let tick: Tick = { now: Date.now(), remainingMs: 0 };
let external: External = {};
let tickedAt = performance.now();

const sinceTick = (): number => (ticking ? performance.now() - tickedAt : 0);
const now = (): number => Math.floor(tick.now + sinceTick());

installForgeGlobals(now);
Socket.prototype.connect = function refuse(): never {
  throw refuseEgress('a socket');
};

function send(message: FromWorker): void {
  parentPort?.postMessage(message);
}

function refuseEgress(target: string): Error {
  send({ type: 'egress', target });
  return egressRefusal(target, external);
}

const scope: Omit<Scope, 'runtime'> = {
  now,
  log: (line) => send({ type: 'log', line }),
  egress: refuseEgress,
  fetch: (descriptor, path, init = {}) =>
    new Promise((resolve, reject) => {
      const callId = (lastCall += 1);
      waiting.set(callId, { resolve, reject });
      const { method, body } = init;
      const headers = Object.fromEntries(new Headers(init.headers));
      send({
        type: 'call',
        callId,
        descriptor,
        path,
        init: { headers, body, ...(method === undefined ? {} : { method }) },
      });
    }),
};

parentPort?.on('message', (message: ToWorker) => {
  tick = message.tick;
  tickedAt = performance.now();
  if (message.type === 'run') void run(message);
  else settle(message);
});

/** A file's exports; a file that was loaded before is not loaded again. */
async function loadFile(name: string): Promise<AppModule> {
  const bundle = fileOf(files, name);
  return createRequire(bundle)(bundle) as AppModule;
}

async function run({ handler, facts, payload }: ToWorker & { type: 'run' }): Promise<void> {
  external = facts.external;
  try {
    const remainingMs = (): number => Math.max(0, tick.remainingMs - sinceTick());
    const { value } = await callHandler(loadFile, { handler, facts, payload, scope, remainingMs });
    send({ type: 'result', value, memoryMb: memoryMb() });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    send({ type: 'error', message, memoryMb: memoryMb() });
  }
}

function settle(message: Exclude<ToWorker, { type: 'run' }>): void {
  const call = waiting.get(message.callId);
  waiting.delete(message.callId);
  if (message.type === 'failure') {
    const { code } = message;
    const cause = code === undefined ? {} : { cause: Object.assign(new Error(code), { code }) };
    call?.reject(new TypeError(message.message, cause));
    return;
  }
  const { status, headers, body } = message;
  call?.resolve(new Response(hasNoBody(status) ? null : body, { status, headers }));
}

function hasNoBody(status: number): boolean {
  return status === 204 || status === 304;
}

function memoryMb(): number {
  return Math.round(getHeapStatistics().used_heap_size / 2 ** 20);
}
