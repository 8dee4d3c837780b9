// Compiles the app as `forge deploy` would, without Atlassian's servers, and prints what is in the bundle as JSON.
const { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const path = require('node:path');

const RUNTIME = path.resolve('.local/build/forge-runtime');

/** Atlassian's wrapper is downloaded at a deploy and is no part of the app: empty files stand in for it. */
function standInForTheRuntime() {
  mkdirSync(path.join(RUNTIME, 'dist'), { recursive: true });
  for (const part of ['wrapper', 'loader']) writeFileSync(path.join(RUNTIME, 'dist', `${part}.js`), ' ');
  process.env['FORGE_RUNTIME_PATH'] = RUNTIME;
}

/** @type {any} what the bundler tells while it works */
const silent = { info() {}, warn() {}, error() {}, debug() {}, trace() {} };

async function main() {
  standInForTheRuntime();
  const { getNodeBundler, LocalWrapperProvider } = require('@forge/bundler');
  const { ConfigFile, FileSystemReader, FileSystemWriter } = createRequire(require.resolve('@forge/bundler'))(
    '@forge/cli-shared',
  );
  const files = new FileSystemReader();
  const config = new ConfigFile(files, new FileSystemWriter());
  const bundler = getNodeBundler(silent, new LocalWrapperProvider(files, RUNTIME), config);
  const entryPoints = [{ name: 'index', path: './src/index' }];
  const { outputDir } = await bundler.bundle({ appDirectory: process.cwd(), entryPoints });
  const bundle = path.join(outputDir, 'index.cjs');
  const { sources } = JSON.parse(readFileSync(`${bundle}.map`, 'utf8'));
  process.stdout.write(JSON.stringify({ bytes: statSync(bundle).size, sources }));
  rmSync(outputDir, { recursive: true });
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
