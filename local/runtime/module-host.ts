import type { AppFunction, HandlerFiles } from '../contract';
import { LocalForgeError } from '../errors';
import type { Handler } from '../manifest/handler';
import { createContext, createRuntime } from './facts';
import { installForgeGlobals } from './globals';
import { AppError, type FunctionHost, type HostResult, type HostRun } from './host';
import { scopes } from './scope';

export type AppModule = Record<string, unknown>;

/** Gives the exports of a handler's file. */
type LoadFile = (file: string) => Promise<AppModule>;

/** Runs the app in this process. What an ended function still does is refused at the platform's door. */
export function createModuleHost(files: HandlerFiles<() => Promise<AppModule>>): FunctionHost {
  installForgeGlobals();
  const loading = new Map<string, Promise<AppModule>>();
  const loadFile: LoadFile = (file) => {
    const loaded = loading.get(file) ?? fileOf(files, file)();
    loading.set(file, loaded);
    return loaded;
  };
  return {
    run: (run) => callHandler(loadFile, run),
    close: async () => undefined,
  };
}

/** Calls the handler that the manifest names, inside the invocation's scope. */
export async function callHandler(
  load: LoadFile,
  run: Omit<HostRun, 'death' | 'memoryMb'>,
): Promise<HostResult> {
  const handler = exportedFunction(await load(run.handler.file), run.handler);
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

/** What was handed in for a handler's file. */
export function fileOf<T>(files: HandlerFiles<T>, name: string): T {
  const file = Object.hasOwn(files, name) ? files[name] : undefined;
  if (file === undefined) throw new LocalForgeError(`The app has no file src/${name}.`);
  return file;
}

function exportedFunction(app: AppModule, { file, name }: Handler): AppFunction {
  const exported = app[name];
  if (typeof exported !== 'function') {
    throw new LocalForgeError(
      `src/${file} exports no function ${name}, which the manifest's ${file}.${name} asks for.`,
    );
  }
  return exported as AppFunction;
}

/** An error of another realm is no `Error` of this one, so it is known by its message. */
function messageOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return String(error);
}
