import type { LocalForge, LocalForgeOptions } from '../../local/forge';
import { openTestForge } from './test-forge';

/** Opens a Forge on which something was done before; each is a copy of its own. */
export type OpenPrepared = () => Promise<LocalForge>;

/** Does once what many tries begin with: doing it again for each takes longer than what is tried. */
export async function prepared(
  prepare: (forge: LocalForge) => Promise<unknown>,
  options: Partial<LocalForgeOptions> = {},
): Promise<OpenPrepared> {
  const forge = await openTestForge(options);
  await prepare(forge);
  const kept = forge.kept();
  await forge.close();
  return async () => {
    const copy = await openTestForge({ ...options, kept });
    for (const part of ['queue', 'schedule', 'events'] as const)
      Object.assign(copy[part].mode, forge[part].mode);
    return copy;
  };
}
