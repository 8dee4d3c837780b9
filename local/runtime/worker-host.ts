import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import { AppError, OutOfMemory, type FunctionHost, type HostResult, type HostRun } from './host';
import type { FromWorker, Tick, ToWorker, WorkerSettings } from './worker-protocol';

/** How many functions run at once; more wait for a free worker (assumed: Forge documents no number). */
const MOST_WORKERS = 4;

/** Runs each invocation alone in a worker; a worker that ended well serves the next one, as Forge's do. */
export function createWorkerHost(settings: WorkerSettings): FunctionHost {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const queue: (() => void)[] = [];
  let source: string | undefined;
  const take = async (memoryMb: number): Promise<Worker> => {
    while (idle.length === 0 && all.size >= MOST_WORKERS) await new Promise<void>((free) => queue.push(free));
    const worker = idle.pop() ?? startWorker((source ??= workerSource()), settings, memoryMb);
    all.add(worker);
    worker.ref();
    return worker;
  };
  const give = (worker: Worker, reusable: boolean): void => {
    worker.removeAllListeners('message');
    worker.unref();
    if (reusable) idle.push(worker);
    else {
      all.delete(worker);
      void worker.terminate();
    }
    queue.shift()?.();
  };
  return {
    run: async (run) => {
      const worker = await take(run.memoryMb);
      let reusable = false;
      try {
        const result = await runIn(worker, run);
        reusable = true;
        return result;
      } catch (error) {
        reusable = error instanceof AppError && !error.message.startsWith(CRASHED);
        throw error;
      } finally {
        give(worker, reusable);
      }
    },
    close: async () => {
      await Promise.all([...all].map((worker) => worker.terminate()));
      all.clear();
      idle.length = 0;
    },
  };
}

const CRASHED = 'The function ended its process';

function workerSource(): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(__dirname, 'worker-main.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

function startWorker(source: string, settings: WorkerSettings, memoryMb: number): Worker {
  const worker = new Worker(source, {
    eval: true,
    workerData: settings,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  // A run listens for itself; an idle worker's end is no news.
  worker.on('error', () => undefined);
  return worker;
}

function runIn(worker: Worker, run: HostRun): Promise<HostResult> {
  const post = (message: ToWorker): void => worker.postMessage(message);
  const tick = (): Tick => ({ now: run.scope.now(), remainingMs: run.remainingMs() });
  return new Promise((resolve, reject) => {
    const onEnd = (error?: NodeJS.ErrnoException | number): void => reject(endOf(error));
    worker.once('error', onEnd).once('exit', onEnd);
    const done = (settle: () => void): void => {
      worker.off('error', onEnd).off('exit', onEnd);
      settle();
    };
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'log') run.scope.log(message.line);
      else if (message.type === 'egress') run.scope.egress(message.target);
      else if (message.type === 'call') void answerCall(run, message, tick).then(post);
      else if (message.type === 'result') done(() => resolve(message));
      else done(() => reject(new AppError(message.message)));
    });
    void run.death.then(({ reason }) => done(() => reject(new Error(reason))));
    post({ type: 'run', handler: run.handler, facts: run.facts, payload: run.payload, tick: tick() });
  });
}

async function answerCall(
  { scope }: HostRun,
  { callId, descriptor, path, init }: FromWorker & { type: 'call' },
  tick: () => Tick,
): Promise<ToWorker> {
  try {
    const response = await scope.fetch(descriptor, path, init);
    const body = await response.text();
    return {
      type: 'answer',
      callId,
      status: response.status,
      headers: [...response.headers],
      body,
      tick: tick(),
    };
  } catch (error) {
    const { message, cause } = error as Error & { cause?: { code?: string } };
    const code = cause?.code;
    return { type: 'failure', callId, message, tick: tick(), ...(code === undefined ? {} : { code }) };
  }
}

function endOf(error: NodeJS.ErrnoException | number | undefined): Error {
  if (typeof error === 'object' && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new OutOfMemory('The function used more memory than its memoryMB.');
  }
  const detail = typeof error === 'object' ? `: ${error.message}` : '.';
  return new AppError(`${CRASHED}${detail}`);
}
