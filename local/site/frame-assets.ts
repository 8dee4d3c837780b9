import path from 'node:path';
import { build } from 'esbuild';
import { refusal, text } from './answers';
import { readThemeFiles } from './theme-files';

/** Scripts and style sheets of the frame, and what Forge puts into the app's pages; all held in memory. */
export interface FrameAssets {
  answer(name: string): Response;
}

const FRAME = path.join(__dirname, 'frame');

function typeOf(name: string): string {
  return name.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8';
}

/** Bundles the frame and the bridge; throws with the compiler's words when they do not compile. */
export async function buildFrameAssets(): Promise<FrameAssets> {
  const { outputFiles } = await build({
    entryPoints: { frame: path.join(FRAME, 'main.ts'), bridge: path.join(FRAME, 'bridge', 'main.ts') },
    outdir: FRAME,
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const files = new Map(outputFiles.map((file) => [path.basename(file.path), file.text]));
  for (const [name, css] of readThemeFiles()) files.set(`themes/${name}`, css);
  return {
    answer: (name) => {
      const body = files.get(name);
      return body === undefined ? refusal(404, 'There is no such file.') : text(body, typeOf(name));
    },
  };
}
