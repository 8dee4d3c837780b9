import type { AppFunction } from '../contract';
import { LocalForgeError } from '../errors';
import { createContext, createRuntime } from './facts';
import { installForgeGlobals } from './globals';
import { AppError, type FunctionHost, type HostResult, type HostRun } from './host';
import { scopes } from './scope';

type AppModule = Record<string, unknown>;

/** Runs the app in this process. What an ended function still does is refused at the platform's door. */
export function createModuleHost(load: () => Promise<AppModule>): FunctionHost {
  installForgeGlobals();
  let loading: Promise<AppModule> | undefined;
  return {
    run: async (run) => callHandler(await (loading ??= load()), run),
    close: async () => undefined,
  };
}

/** Calls the handler that the manifest names, inside the invocation's scope. */
export async function callHandler(
  app: AppModule,
  run: Omit<HostRun, 'death' | 'memoryMb'>,
): Promise<HostResult> {
  const handler = exportedFunction(app, run.handler);
  const runtime = createRuntime(run.facts, run.remainingMs);
  try {
    const payload: unknown = JSON.parse(run.payload);
    const result = await scopes.run({ ...run.scope, runtime }, async () =>
      handler(payload, createContext(run.facts)),
    );
    return { value: JSON.stringify(result) };
  } catch (error) {
    throw new AppError(messageOf(error), { cause: error });
  }
}

function exportedFunction(app: AppModule, handler: string): AppFunction {
  const name = handler.slice(handler.lastIndexOf('.') + 1);
  const exported = app[name];
  if (typeof exported !== 'function') {
    throw new LocalForgeError(
      `The app exports no function ${name}, which the manifest's ${handler} asks for.`,
    );
  }
  return exported as AppFunction;
}

/** An error of another realm is no `Error` of this one, so it is known by its message. */
function messageOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return String(error);
}
