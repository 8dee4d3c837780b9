import { findFunction, modulesOf, type ParsedManifest } from '../manifest';
import { INVOCATION_LIMITS } from '../runtime/limits';

/** What reads a queue. */
export interface Consumer {
  moduleKey: string;
  functionKey: string;
  /** What of the function's resolver it calls; without it the function itself. */
  method?: string;
  timeoutMs: number;
}

export function consumerOf(manifest: ParsedManifest, queueName: string): Consumer | undefined {
  const module = modulesOf(manifest, 'consumer').find(({ settings }) => settings['queue'] === queueName);
  if (module?.function === undefined) return undefined;
  return {
    moduleKey: module.key,
    functionKey: module.function,
    ...(module.method === undefined ? {} : { method: module.method }),
    timeoutMs: longTimeoutMs(manifest, module.function),
  };
}

/** Time of a function that only consumers and schedules call: its `timeoutSeconds`, 55 s without one. */
export function longTimeoutMs(manifest: ParsedManifest, functionKey: string): number {
  const { defaultSeconds, longestSeconds } = INVOCATION_LIMITS;
  const asked = findFunction(manifest, functionKey).timeoutSeconds ?? defaultSeconds;
  return Math.min(asked, longestSeconds) * 1000;
}
