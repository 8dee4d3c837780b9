import { readdir } from 'node:fs/promises';
import { LocalForgeError } from '../errors';

/** All that a site keeps, and what macOS adds. */
const KEPT: ReadonlySet<string> = new Set([
  'forge',
  'site.json',
  'site.json.new',
  'panels.json',
  'clock-ahead-ms',
  '.DS_Store',
]);

/**
 * Refuses a directory that holds anything else, before anything is written: a reset deletes all that is in it.
 * @throws LocalForgeError
 */
export async function assertOwn(directory: string): Promise<void> {
  const foreign = (await namesIn(directory)).find((name) => !KEPT.has(name));
  if (foreign === undefined) return;
  throw new LocalForgeError(
    `${directory} holds ${foreign}, which no local site made. Give --directory a folder of its own. Nothing was changed.`,
  );
}

async function namesIn(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new LocalForgeError(
      `${directory} is no folder in which a site can keep anything. Nothing was changed.`,
    );
  }
}
