// Atlassian's own manifest validator, as JSON: `node scripts/forge/validate.cjs [manifest]`.
const { validate } = require('@forge/manifest');

/** @param {string} manifest */
async function main(manifest) {
  const { errors = [] } = await validate(false, manifest);
  process.stdout.write(JSON.stringify(errors.map(({ level, message, line }) => ({ level, message, line }))));
}

void main(process.argv[2] ?? 'manifest.yml');
