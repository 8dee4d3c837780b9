import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { at } from './root.mjs';
import { runNpm } from './run.mjs';
import { step } from './step.mjs';

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} Locked */

/**
 * @param {string} file a lockfile of npm, version 2 or 3
 * @returns {Promise<Record<string, Locked> | undefined>} by folder; undefined when there is none to read
 */
async function lockedPackages(file) {
  try {
    const { packages } = JSON.parse(await readFile(file, 'utf8'));
    delete packages[''];
    return packages;
  } catch {
    return undefined;
  }
}

/**
 * Is what npm noted as installed what the lockfile asks for? Optional packages are for other systems too.
 * @param {Record<string, Locked>} wanted
 * @param {Record<string, Locked>} present
 */
export function isInstalled(wanted, present) {
  const folders = Object.keys(present);
  return (
    folders.every((folder) => folder in wanted) &&
    Object.entries(wanted).every(([folder, { version, integrity, optional }]) => {
      const found = present[folder];
      return found ? found.version === version && found.integrity === integrity : optional === true;
    })
  );
}

/**
 * Are the folders there? What npm noted outlives packages that somebody deleted, or whose deletion was cut off.
 * @param {string[]} folders
 */
export async function areThere(folders) {
  const found = await Promise.all(
    folders.map((folder) =>
      lstat(path.join(folder, 'package.json')).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.every(Boolean);
}

/**
 * npm empties what it installs into, and a link would have it empty another project's packages.
 * @param {string} folder that packages are to be installed into
 * @throws {Failure} where the folder is a link
 */
export async function assertOwnFolder(folder) {
  const found = await lstat(folder).catch(() => undefined);
  if (!found?.isSymbolicLink()) return;
  throw new Failure(`${folder} is a link to another folder. Remove the link, then run this again.`);
}

/** Does node_modules hold what package-lock.json names? */
export async function packagesAreThere() {
  const wanted = await lockedPackages(at('package-lock.json'));
  if (!wanted) throw new Failure('package-lock.json is missing or damaged: take it from git again.');
  const present = await lockedPackages(at('node_modules/.package-lock.json'));
  const folders = Object.keys(present ?? {}).map((folder) => at(folder));
  return present !== undefined && isInstalled(wanted, present) && (await areThere(folders));
}

/** Installs exactly what package-lock.json names, when that is not what node_modules holds. */
export async function ensureInstalled() {
  if (await packagesAreThere()) return;
  await assertOwnFolder(at('node_modules'));
  await step('Installing packages (npm ci, a minute or two)', async () => {
    const { code, output } = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund']);
    if (code === 0) return;
    const advice =
      'Packages could not be installed. See above; is the npm registry reachable? Then run this again.';
    throw new Failure(advice, output);
  });
}
