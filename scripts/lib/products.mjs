import { Failure } from './failure.mjs';
import { at } from './root.mjs';
import { runTool } from './run.mjs';

/** @typedef {import('./stamp.mjs').Product} Product */

const TOOLING = ['package-lock.json', 'scripts/lib/products.mjs', 'tsconfig.json'];

/** The app as one CommonJS file with its packages, for the local site: what a deploy would bundle. */
async function makeAppBundle() {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: at(),
    entryPoints: ['src/index.ts'],
    outfile: '.local/build/app.cjs',
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    logLevel: 'silent',
  }).catch((error) => {
    throw new Failure('The app (src/) does not compile: see above, then run this again.', error.message);
  });
}

/** @param {string} page */
async function makePage(page) {
  const args = ['build', '--config', 'static/vite.config.mts', '--mode', page, '--logLevel', 'warn'];
  const env = { NODE_ENV: 'production' };
  const { code, output } = await runTool('vite/bin/vite.js', args, { env });
  if (code !== 0)
    throw new Failure(`The page static/${page} does not build: see above, then run this again.`, output);
}

/** @param {string} page @returns {Product} */
const pageProduct = (page) => ({
  name: `page-${page}`,
  inputs: [
    `static/${page}`,
    'static/shared',
    'static/vite.config.mts',
    'scripts/lib/words-plugin.mjs',
    'scripts/lib/words.mjs',
    'words',
    'static/tsconfig.json',
    ...TOOLING,
    'src/contract.ts',
  ],
  output: `static/${page}/dist/index.html`,
  make: () => makePage(page),
});

/** Everything that has to be built before the local site or a deploy. @type {Product[]} */
export const products = [
  { name: 'app', inputs: ['src', 'words', ...TOOLING], output: '.local/build/app.cjs', make: makeAppBundle },
  ...['panel', 'my-time', 'my-data', 'admin'].map(pageProduct),
];
