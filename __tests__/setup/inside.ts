import { openTestForge } from './test-forge';
import type { LocalForge, LocalForgeOptions } from '../../local/forge';

/** A local Forge whose app is whatever a test hands over: for code that works only inside an invocation. */
export interface Inside {
  forge: LocalForge;
  /** Runs the work in an invocation of its own and gives what it gives, or throws what it throws. */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** @param functions further exports of the app, for example the consumer of its queue */
export async function openInside(
  options: Partial<LocalForgeOptions> = {},
  functions: Record<string, unknown> = {},
): Promise<Inside> {
  const waiting: Array<() => Promise<void>> = [];
  const runDaily = async (): Promise<void> => waiting.shift()?.();
  const forge = await openTestForge({
    app: { kind: 'module', files: { index: async () => ({ ...functions, runDaily }) } },
    ...options,
  });
  return {
    forge,
    run: (work) =>
      new Promise((resolve, reject) => {
        waiting.push(() => work().then(resolve, reject));
        void forge.schedule.run('daily').then(({ error }) => reject(new Error(error ?? 'nothing was given')));
      }),
  };
}
