import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { HandlerFiles } from '../contract';
import { LocalForgeError } from '../errors';
import { readManifest } from '../manifest';
import { bundleHandlers } from './bundle';
import { refuseMissingPages } from './resources';

/** Somebody's app, ready to run. */
interface App {
  root: string;
  manifestFile: string;
  /** Its bundles by handler file. */
  files: HandlerFiles<string>;
}

/** A name for what is kept of the app in this folder: no other folder has it. */
export function nameOf(folder: string): string {
  const root = path.resolve(folder);
  const digest = createHash('sha256').update(root).digest('hex').slice(0, 8);
  return `${path.basename(root).replaceAll(/[^\w-]/g, '-')}-${digest}`;
}

/**
 * Reads and bundles the app in a folder.
 * @throws LocalForgeError which says in a line what is missing or wrong, and what to do
 */
export async function openApp(folder: string, bundlesIn: string): Promise<App> {
  const root = path.resolve(folder);
  const manifestFile = path.join(root, 'manifest.yml');
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
    throw new LocalForgeError(`There is no folder ${root}.`);
  }
  if (!existsSync(manifestFile)) {
    throw new LocalForgeError(`${root} has no manifest.yml: a Forge app has one at its root.`);
  }
  const manifest = readManifest(manifestFile);
  refuseMissingPages(root, manifest);
  return { root, manifestFile, files: await bundleHandlers(root, manifest, bundlesIn) };
}
