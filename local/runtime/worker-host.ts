import { AppError, OutOfMemory, type FunctionHost, type HostResult, type HostRun } from './host';
import { createWorkerPool } from './worker-pool';
import type { FromWorker, Tick, ToWorker, WorkerSettings } from './worker-protocol';
import type { Worker } from 'node:worker_threads';

/** Runs each invocation alone in a worker; a worker that ended well serves the next one, as Forge's do. */
export function createWorkerHost(settings: WorkerSettings): FunctionHost {
  const pool = createWorkerPool(settings);
  return {
    run: async (run) => {
      const worker = await pool.take(run.memoryMb);
      let reusable = false;
      try {
        const result = await runIn(worker, run);
        reusable = true;
        return result;
      } catch (error) {
        reusable = error instanceof AppError;
        throw error;
      } finally {
        pool.give(worker, reusable);
      }
    },
    close: pool.close,
  };
}

/** The app's process ended: an uncaught error, `process.exit`, or the pool's end. */
class ProcessEnded extends Error {
  override name = 'ProcessEnded';
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
  return new ProcessEnded(`The function ended its process${detail}`);
}
