import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import './lib/require-node.mjs';
import { advisoriesIn, licencesOf, summaryOf } from './lib/evidence.mjs';
import { command, Failure } from './lib/failure.mjs';
import { packagesAreThere } from './lib/install.mjs';
import { at } from './lib/root.mjs';
import { run, runNpm } from './lib/run.mjs';

const FOLDER = '.local/evidence';

/** @param {string} folder */
function readManifest(folder) {
  try {
    return JSON.parse(readFileSync(at(folder, 'package.json'), 'utf8'));
  } catch {
    return undefined;
  }
}

async function billOfMaterials() {
  // Atlaskit asks for an older React than it runs with, which npm would refuse to list.
  const made = await runNpm(['sbom', '--sbom-format', 'cyclonedx', '--legacy-peer-deps']);
  if (made.code !== 0) throw new Failure('npm could not make the bill of materials.', made.output);
  return made.stdout;
}

await command(async () => {
  if (!(await packagesAreThere())) throw new Failure('The packages are not installed. Next: npm ci');
  const { packages } = JSON.parse(readFileSync(at('package-lock.json'), 'utf8'));
  const [sbom, audit, commit] = await Promise.all([
    billOfMaterials(),
    runNpm(['audit', '--json']),
    run('git', ['rev-parse', '--short', 'HEAD']),
  ]);
  const licences = licencesOf(packages, readManifest);
  const summary = summaryOf({
    at: new Date().toISOString(),
    commit: commit.code === 0 ? commit.stdout.trim() : 'unknown',
    node: process.versions.node,
    components: JSON.parse(sbom).components.length,
    licences,
    found: advisoriesIn(audit.stdout),
  });
  const files = {
    'sbom.cdx.json': sbom,
    'licences.json': `${JSON.stringify(licences, undefined, 2)}\n`,
    'advisories.json': audit.stdout,
    'summary.md': summary,
  };
  mkdirSync(at(FOLDER), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(at(FOLDER, name), text);
  console.log(`${summary}\n${Object.keys(files).join(', ')} are in ${FOLDER}/.`);
});
