// Atlassian's own linter in its client-side mode, as JSON: `node scripts/forge/lint.cjs API-DESCRIPTION [manifest]`.
// The API description takes the place of those it would download: see `x-atlassian-oauth2-scopes` in it.
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const path = require('node:path');

const EMPTY = path.resolve('.local/build/no-api.json');

/** @param {string} description file with the Jira calls and their scopes */
function useLocalDescriptions(description) {
  mkdirSync(path.dirname(EMPTY), { recursive: true });
  writeFileSync(EMPTY, '{"paths":{}}');
  for (const product of ['CONF', 'CONF_V2', 'JSM', 'JSW', 'BB'])
    process.env[`LOCAL_${product}_SWAGGER`] = EMPTY;
  process.env['LOCAL_JIRA_SWAGGER'] = description;
  process.env['USE_LOCAL_SWAGGER'] = '1';
}

/** @type {any} what the linter tells while it works */
const silent = { info() {}, warn() {}, error() {}, debug() {}, trace() {} };
/** @type {any} of Atlassian's feature flags the linter asks one thing: runtimes that are going away */
const noFlags = { getDeprecatedRuntimes: async () => [] };

/**
 * @param {string} description
 * @param {string} manifestFile
 */
async function main(description, manifestFile) {
  useLocalDescriptions(description);
  const { lint } = require('@forge/lint');
  const { FileSystemReader } = createRequire(require.resolve('@forge/lint'))('@forge/cli-shared');
  const manifest = require('yaml').parse(readFileSync(manifestFile, 'utf8'));
  const files = await new FileSystemReader().recursiveReadDir('./src', []);
  const results = await lint(files, manifest, 'development', silent, noFlags, {
    linter: { mode: 'client-side' },
  });
  const problems = results.flatMap(({ file, errors, warnings }) => [
    ...errors.map(({ message }) => ({ level: 'error', file, message })),
    ...warnings.map(({ message }) => ({ level: 'warning', file, message })),
  ]);
  process.stdout.write(JSON.stringify({ files: files.length, problems }));
}

void main(process.argv[2] ?? '', process.argv[3] ?? 'manifest.yml');
