import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** Bundles app code as a deploy would, with the @forge packages in it; answers the file. */
export function bundleApp(code: string): string {
  const outfile = join(mkdtempSync(join(tmpdir(), 'local-forge-')), 'index.cjs');
  buildSync({
    stdin: { contents: code, resolveDir: __dirname, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile,
    logLevel: 'error',
  });
  return outfile;
}
