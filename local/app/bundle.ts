import { existsSync } from 'node:fs';
import path from 'node:path';
import { build, type BuildFailure, type Metafile } from 'esbuild';
import type { HandlerFiles } from '../contract';
import { LocalForgeError } from '../errors';
import type { ParsedManifest } from '../manifest';
import { refuseOldPackages } from './packages';

/** What Forge looks for, in its order (observed in `@forge/manifest`). */
const ENDINGS = ['tsx', 'jsx', 'ts', 'js', 'cjs'];
const MOST_ERRORS = 3;

/**
 * Bundles each file that a handler names, with the app's own packages in it.
 * @param into folder for the bundles
 * @throws LocalForgeError which says what stands in the way, in a line
 */
export async function bundleHandlers(
  root: string,
  { functions }: ParsedManifest,
  into: string,
): Promise<HandlerFiles<string>> {
  const files: Record<string, string> = {};
  for (const { key, handler } of functions) {
    if (Object.hasOwn(files, handler.file)) continue;
    const entry = sourceOf(root, handler.file);
    if (entry === undefined) {
      const wanted = `src/${handler.file}.{${ENDINGS.join(',')}}`;
      throw new LocalForgeError(
        `The function ${key} has the handler ${handler.file}.${handler.name}, and there is no ${wanted}.`,
      );
    }
    const outfile = path.join(into, `${handler.file}.cjs`);
    refuseOldPackages(root, await bundled(root, entry, outfile));
    files[handler.file] = outfile;
  }
  return files;
}

function sourceOf(root: string, file: string): string | undefined {
  return ENDINGS.map((ending) => path.join(root, 'src', `${file}.${ending}`)).find((name) =>
    existsSync(name),
  );
}

async function bundled(root: string, entry: string, outfile: string): Promise<Metafile> {
  try {
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: [entry],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      sourcemap: true,
      metafile: true,
      logLevel: 'silent',
    });
    return metafile;
  } catch (error) {
    throw new LocalForgeError(explained(root, path.relative(root, entry), (error as BuildFailure).errors));
  }
}

/** A package that is not installed is the commonest cause, and has a cure. */
function explained(root: string, entry: string, errors: BuildFailure['errors']): string {
  for (const { text } of errors) {
    const missing = /^Could not resolve "([^./"][^"]*)"/.exec(text)?.[1];
    if (missing !== undefined) {
      return `${entry} needs the package ${missing}, which is not installed: run \`npm install\` in ${root}.`;
    }
  }
  const said = errors.slice(0, MOST_ERRORS).map(({ text, location }) => {
    return location ? `${location.file}:${location.line}:${location.column + 1}: ${text}` : text;
  });
  return `${entry} cannot be bundled. ${said.join(' ')}`;
}
