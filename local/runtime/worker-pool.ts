import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import { LocalForgeError } from '../errors';
import type { WorkerSettings } from './worker-protocol';

/** How many functions run at once; more wait for a free worker (assumed: Forge documents no number). */
const MOST_WORKERS = 4;

interface WorkerPool {
  take(memoryMb: number): Promise<Worker>;
  /** Hands a worker back; one that ended badly is not used again. */
  give(worker: Worker, reusable: boolean): void;
  close(): Promise<void>;
}

export function createWorkerPool(settings: WorkerSettings): WorkerPool {
  const all = new Set<Worker>();
  let idle: Worker[] = [];
  let closed = false;
  let source: string | undefined;
  const waiting: (() => void)[] = [];
  const forget = (worker: Worker): void => {
    all.delete(worker);
    idle = idle.filter((other) => other !== worker);
    waiting.shift()?.();
  };
  const start = (memoryMb: number): Worker => {
    const worker = startWorker((source ??= workerSource()), settings, memoryMb);
    all.add(worker);
    worker.once('exit', () => forget(worker));
    return worker;
  };
  return {
    take: async (memoryMb) => {
      while (idle.length === 0 && all.size >= MOST_WORKERS) {
        await new Promise<void>((free) => waiting.push(free));
      }
      if (closed) throw new LocalForgeError('The local Forge is closed.');
      const worker = idle.pop() ?? start(memoryMb);
      worker.ref();
      return worker;
    },
    give: (worker, reusable) => {
      worker.removeAllListeners('message');
      worker.unref();
      if (reusable && all.has(worker)) {
        idle.push(worker);
        waiting.shift()?.();
      } else void worker.terminate();
    },
    close: async () => {
      closed = true;
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

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
