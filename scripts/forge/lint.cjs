// Atlassian's own linter in its client-side mode, as JSON: `node scripts/forge/lint.cjs API-DESCRIPTION MANIFEST…`.
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
 * Reading a file with its types takes nearly all of the time, and it is the same for each manifest.
 * @param {typeof import('@forge/lint').parseSourceFile} read
 * @returns {typeof import('@forge/lint').parseSourceFile}
 */
function once(read) {
  /** @type {Map<string, ReturnType<typeof read>>} */
  const known = new Map();
  return (file, parser) => {
    const result = known.get(file) ?? read(file, parser);
    known.set(file, result);
    return result;
  };
}

/**
 * @param {string} description
 * @param {string[]} manifests
 */
async function main(description, manifests) {
  useLocalDescriptions(description);
  const { lint, parseSourceFile } = require('@forge/lint');
  const { FileSystemReader } = createRequire(require.resolve('@forge/lint'))('@forge/cli-shared');
  const files = await new FileSystemReader().recursiveReadDir('./src', []);
  /** @type {any} */
  const config = { linter: { mode: 'client-side' }, parseFunction: once(parseSourceFile) };
  const reports = [];
  for (const file of manifests) {
    const manifest = require('yaml').parse(readFileSync(file, 'utf8'));
    const results = await lint(files, manifest, 'development', silent, noFlags, config);
    reports.push({ files: files.length, problems: results.flatMap(problemsOf) });
  }
  process.stdout.write(JSON.stringify(reports));
}

/** @param {{ file: string, errors: { message: string }[], warnings: { message: string }[] }} result */
const problemsOf = ({ file, errors, warnings }) => [
  ...errors.map(({ message }) => ({ level: 'error', file, message })),
  ...warnings.map(({ message }) => ({ level: 'warning', file, message })),
];

void main(process.argv[2] ?? '', process.argv.slice(3));
