import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { FIREFOX_FILES, IN_FIREFOX } from './open-browser';

/** A file as the browser saved it. */
export interface SavedFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** The file that `act` makes the page save, once the browser has written it. */
export const savedFile = (page: Page, act: () => Promise<void>): Promise<SavedFile> =>
  IN_FIREFOX ? savedByFirefox(act) : savedByChromium(page, act);

async function savedByChromium(page: Page, act: () => Promise<void>): Promise<SavedFile> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: download.suggestedFilename(), bytes: new Uint8Array(await readFile(await download.path())) };
}

/** Firefox gives a file from a `blob:` no number, so Playwright does not hear of it: look where it should be. */
async function savedByFirefox(act: () => Promise<void>): Promise<SavedFile> {
  await mkdir(FIREFOX_FILES, { recursive: true });
  await act();
  for (let looks = 0; looks < 150; looks += 1) {
    const [name, ...others] = await readdir(FIREFOX_FILES);
    // While it is being written there is a second one, whose name ends with `.part`.
    if (name !== undefined && others.length === 0 && (await sizeOf(name)) > 0) return taken(name);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('Firefox saved no file.');
}

/** In bytes; none where the browser has just given it its last name. */
async function sizeOf(name: string): Promise<number> {
  const found = await stat(path.join(FIREFOX_FILES, name)).catch(() => undefined);
  return found?.size ?? 0;
}

/** Read and removed: a second file of the same name would be called otherwise. */
async function taken(name: string): Promise<SavedFile> {
  const bytes = new Uint8Array(await readFile(path.join(FIREFOX_FILES, name)));
  await rm(FIREFOX_FILES, { recursive: true });
  await mkdir(FIREFOX_FILES);
  return { name, bytes };
}
