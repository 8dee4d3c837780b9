import type { Handler } from '../manifest/handler';
import type { InvocationFacts } from './facts';
import type { Death } from './invocation';
import type { Scope } from './scope';

/** One run of a function, as a host is asked for it. Payload and result travel as JSON text. */
export interface HostRun {
  handler: Handler;
  facts: InvocationFacts;
  payload: string;
  scope: Omit<Scope, 'runtime'>;
  remainingMs(): number;
  memoryMb: number;
  /** Settles when the platform ends the invocation; the host then stops the code as far as it can. */
  death: Promise<Death>;
}

export interface HostResult {
  /** JSON text, or undefined where the function returned nothing. */
  value: string | undefined;
  memoryMb?: number;
}

/** Runs the app's functions: in this process, or apart in workers. */
export interface FunctionHost {
  /** @throws AppError what the function threw; OutOfMemory when its memory was not enough */
  run(run: HostRun): Promise<HostResult>;
  close(): Promise<void>;
}

/** What the app's function threw. */
export class AppError extends Error {
  override name = 'AppError';
}

export class OutOfMemory extends Error {
  override name = 'OutOfMemory';
}
