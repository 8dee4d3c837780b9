import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { LocalForgeError } from '../errors';
import type { ParsedManifest } from '../manifest';

/** @throws LocalForgeError when a page that is to be shown is not there, or is not the app's own */
export function refuseMissingPages(root: string, { modules, resources }: ParsedManifest): void {
  const paths = new Map(resources.map((one) => [one.key, one.path]));
  for (const { key, settings } of modules) {
    const { resource, render } = settings;
    if (typeof resource !== 'string' || render === 'native') continue;
    const folder = paths.get(resource);
    if (folder === undefined) {
      throw new LocalForgeError(`Module ${key} names the resource ${resource}, which is not there.`);
    }
    refuseOutside(root, resource, folder);
    if (existsSync(path.resolve(root, folder, 'index.html'))) continue;
    throw new LocalForgeError(
      `The resource ${resource} is not built: ${folder}/index.html is not there. ${cure(root, folder)}`,
    );
  }
}

/** Links count as what they lead to. */
function refuseOutside(root: string, resource: string, folder: string): void {
  const wanted = path.resolve(root, folder);
  const real = existsSync(wanted) ? realpathSync(wanted) : wanted;
  const within = (outer: string, inner: string): boolean =>
    inner === outer || inner.startsWith(outer + path.sep);
  if (within(path.resolve(root), wanted) && (real === wanted || within(realpathSync(root), real))) return;
  throw new LocalForgeError(`The resource ${resource} leads out of the app's folder: ${folder}.`);
}

/** The command that builds it, in the nearest package above it that has one. */
function cure(root: string, folder: string): string {
  for (let at = path.resolve(root, folder); at.startsWith(path.resolve(root)); at = path.dirname(at)) {
    if (hasBuild(at)) return `Run ${missingPackages(at)}\`npm run build\` in ${at}.`;
    if (at === path.resolve(root)) break;
  }
  return 'Build it as the app says.';
}

const missingPackages = (folder: string): string =>
  existsSync(path.join(folder, 'node_modules')) ? '' : '`npm install` and ';

function hasBuild(folder: string): boolean {
  try {
    const { scripts } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
      scripts?: Record<string, unknown>;
    };
    return typeof scripts?.['build'] === 'string';
  } catch {
    return false;
  }
}
