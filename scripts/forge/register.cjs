// Gives the manifest in this folder another app ID, with the code by which `forge register` writes it:
// `node scripts/forge/register.cjs APP-ID`. It prints the manifest as JSON text.
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');

/** @param {string} id */
async function main(id) {
  const { ConfigFile, FileSystemReader, FileSystemWriter } = createRequire(require.resolve('@forge/bundler'))(
    '@forge/cli-shared',
  );
  const config = new ConfigFile(new FileSystemReader(), new FileSystemWriter());
  const { app } = await config.readConfig();
  await config.writeToConfigFile('app', { ...app, id });
  process.stdout.write(JSON.stringify(readFileSync('manifest.yml', 'utf8')));
}

void main(process.argv[2] ?? '');
