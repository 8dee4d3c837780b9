import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Metafile } from 'esbuild';
import { LocalForgeError } from '../errors';

/** The oldest major version of each package whose calls the local Forge answers. */
const OLDEST: Readonly<Record<string, number>> = { '@forge/api': 5, '@forge/events': 2 };

const FORGE_PACKAGE = /^(?:.*\/)?node_modules\/(@forge\/[^/]+)\//;

/** @throws LocalForgeError when a bundle holds a package that would ask the local Forge in a way it does not know */
export function refuseOldPackages(root: string, { inputs }: Metafile): void {
  const folders = new Map(
    Object.keys(inputs).flatMap((file) => {
      const [folder, name] = FORGE_PACKAGE.exec(file) ?? [];
      return folder === undefined || name === undefined ? [] : [[folder, name] as const];
    }),
  );
  for (const [folder, name] of folders) {
    const oldest = OLDEST[name];
    const version = versionIn(path.resolve(root, folder));
    if (oldest === undefined || version === undefined || parseInt(version) >= oldest) continue;
    throw new LocalForgeError(
      `The app has ${name} ${version}; the local Forge knows ${oldest} and later. Run \`npm install ${name}@latest\` in ${root}.`,
    );
  }
}

function versionIn(folder: string): string | undefined {
  try {
    const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
      version?: unknown;
    };
    return typeof version === 'string' ? version : undefined;
  } catch {
    return undefined;
  }
}
