import type { HandlerFiles } from '../contract';
import type { Handler } from '../manifest/handler';
import type { InvocationFacts } from './facts';
import type { ForgeDescriptor } from './scope';

/** What the worker is told of time with every message. */
export interface Tick {
  /** Epoch milliseconds. */
  now: number;
  remainingMs: number;
}

export type ToWorker =
  | { type: 'run'; handler: Handler; facts: InvocationFacts; payload: string; tick: Tick }
  | { type: 'answer'; callId: number; status: number; headers: [string, string][]; body: string; tick: Tick }
  | { type: 'failure'; callId: number; message: string; code?: string; tick: Tick };

export type FromWorker =
  | {
      type: 'call';
      callId: number;
      descriptor: ForgeDescriptor;
      path: string;
      init: { method?: string; headers: Record<string, string>; body?: unknown };
    }
  | { type: 'log'; line: string }
  | { type: 'egress'; target: string }
  | { type: 'result'; value: string | undefined; memoryMb: number }
  | { type: 'error'; message: string; memoryMb: number };

export interface WorkerSettings {
  /** The bundled app, by handler file. */
  files: HandlerFiles<string>;
  /** Does time pass by itself between messages? */
  ticking: boolean;
}
