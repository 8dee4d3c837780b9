import { rename, rm, stat } from 'node:fs/promises';

/** Where a reset puts what the directory had, until it has come to its end. */
export const aside = (directory: string): string => `${directory}.before`;

async function move(from: string, to: string): Promise<void> {
  await rename(from, to).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}

/** Puts back what a reset had set aside that did not come to its end, for example because the process was killed. */
export async function putBack(directory: string): Promise<void> {
  const found = await stat(aside(directory)).catch(() => undefined);
  if (!found) return;
  await rm(directory, { recursive: true, force: true });
  await rename(aside(directory), directory);
}

/** Opens something in a directory as if it were new. Where that fails, all that the directory had is there again. */
export async function begunAnew<Opened>(directory: string, open: () => Promise<Opened>): Promise<Opened> {
  await move(directory, aside(directory));
  try {
    const opened = await open();
    await rm(aside(directory), { recursive: true, force: true });
    return opened;
  } catch (error) {
    await putBack(directory);
    throw error;
  }
}
