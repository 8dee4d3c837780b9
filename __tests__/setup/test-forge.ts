import { openLocalForge, type LocalForge, type LocalForgeOptions } from '../../local/forge';
import { TEST_SITE } from './test-site';

/** Monday, 2 March 2026, 09:00 UTC. */
export const TEST_START = Date.UTC(2026, 2, 2, 9);

/** Pages that Forge cuts short: what lists has to go on until there is no cursor, however few rows came. */
export const SHORT_PAGES = { pageRows: 7 };

/** A fresh local Forge in memory that runs the app in this process, on a clock that only tests move. */
export function openTestForge(options: Partial<LocalForgeOptions> = {}): Promise<LocalForge> {
  return openLocalForge({
    app: { kind: 'module', files: { index: () => import('../../src/index') } },
    site: TEST_SITE,
    startAt: TEST_START,
    ...options,
  });
}
