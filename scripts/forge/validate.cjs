// Atlassian's own manifest validator, as JSON: `node scripts/forge/validate.cjs MANIFEST…`.
const { validate } = require('@forge/manifest');

/** @param {string[]} manifests */
async function main(manifests) {
  const findings = [];
  for (const manifest of manifests) {
    const { errors = [] } = await validate(false, manifest);
    findings.push(errors.map(({ level, message, line }) => ({ level, message, line })));
  }
  process.stdout.write(JSON.stringify(findings));
}

void main(process.argv.slice(2));
