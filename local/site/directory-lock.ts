import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Another running site keeps its data in this directory. */
export class DirectoryInUse extends Error {
  override name = 'DirectoryInUse';
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Two sites on one store would write over each other: the second is refused. Returns what frees the directory. */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const file = `${path.resolve(directory)}.pid`;
  await mkdir(path.dirname(file), { recursive: true });
  const holder = Number(await readFile(file, 'utf8').catch(() => ''));
  if (holder > 0 && holder !== process.pid && isRunning(holder)) {
    throw new DirectoryInUse(
      `Another local site (process ${holder}) is using ${directory}. Stop it, or start this one with --directory DIR.`,
    );
  }
  await writeFile(file, String(process.pid));
  return () => rm(file, { force: true });
}
