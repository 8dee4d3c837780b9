import type { AppFunction, LocalForge, LocalForgeOptions } from '../../../local/forge';
import { openLocalForge } from '../../../local/forge';
import { TEST_START } from '../../setup/test-forge';
import { TEST_SITE } from '../../setup/test-site';
import { sampleManifest } from './manifest';

/** Opens a local Forge with a sample app made of the given functions, one per handler of its manifest. */
export function openSample(
  functions: Record<string, AppFunction>,
  options: Partial<LocalForgeOptions> = {},
): Promise<LocalForge> {
  return openLocalForge({
    manifest: sampleManifest(),
    app: { kind: 'module', files: { index: async () => functions } },
    site: TEST_SITE,
    startAt: TEST_START,
    ...options,
  });
}
