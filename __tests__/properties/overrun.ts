import type { LocalForge } from '../../local/forge';

/**
 * Fails once the app has called storage so often: something goes round for ever, and nothing else would end it, since
 * on a clock that only tests move all of it happens without a pause in which a timer could run.
 */
export function overrunOf(forge: LocalForge, mostCalls: number): Promise<never> {
  const handle = forge.storage.handle.bind(forge.storage);
  let calls = 0;
  return new Promise((_, reject) => {
    forge.storage.handle = (...call) => {
      calls += 1;
      if (calls <= mostCalls) return handle(...call);
      reject(new Error(`more than ${mostCalls} calls to storage: it does not come to an end`));
      return new Promise(() => undefined);
    };
  });
}
