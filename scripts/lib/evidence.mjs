/**
 * @typedef {object} Locked what package-lock.json says of a folder
 * @property {string} [name] where the folder is called otherwise
 * @property {string} [version]
 * @property {boolean} [dev] the app's functions do without it
 *
 * @typedef {object} Licence
 * @property {string} name
 * @property {string} version
 * @property {string} licence as the package states it
 * @property {'functions' | 'pages and tools'} usedBy
 *
 * @typedef {{ name: string, severity: string, range: string }} Advisory
 * @typedef {{ answered: true, advisories: Advisory[] } | { answered: false, why: string }} Advisories
 */

const NOT_STATED = 'not stated';
const FOLDER = 'node_modules/';
/** Worst first. */
const SEVERITIES = ['critical', 'high', 'moderate', 'low', 'info'];

/**
 * The licence in a package's own package.json, in today's form or one of the two before it.
 * @param {any} manifest
 * @returns {string}
 */
export function licenceIn(manifest) {
  const stated = [manifest?.license ?? manifest?.licenses ?? []].flat();
  const names = stated.map((one) => (typeof one === 'string' ? one : one?.type));
  return names.filter((name) => typeof name === 'string' && name !== '').join(' OR ') || NOT_STATED;
}

/**
 * The licence of each installed package, once a version, by name.
 * @param {Record<string, Locked>} locked by folder
 * @param {(folder: string) => unknown} readManifest its package.json; undefined where it is for another system
 * @returns {Licence[]}
 */
export function licencesOf(locked, readManifest) {
  /** @type {Map<string, Licence>} */
  const found = new Map();
  for (const [folder, { name: ownName, version = '', dev = false }] of Object.entries(locked)) {
    const manifest = folder.includes(FOLDER) ? readManifest(folder) : undefined;
    if (manifest === undefined) continue;
    const name = ownName ?? folder.slice(folder.lastIndexOf(FOLDER) + FOLDER.length);
    const id = `${name}@${version}`;
    if (found.has(id) && dev) continue;
    const usedBy = dev ? 'pages and tools' : 'functions';
    found.set(id, { name, version, licence: licenceIn(manifest), usedBy });
  }
  return [...found.values()].sort((one, other) =>
    one.name < other.name ? -1 : Number(one.name > other.name),
  );
}

/**
 * What `npm audit --json` said; an answer in another form is none, and not a good one.
 * @param {string} text
 * @returns {Advisories}
 */
export function advisoriesIn(text) {
  /** @type {any} */
  let answer;
  try {
    answer = JSON.parse(text);
  } catch {
    return { answered: false, why: 'npm audit printed nothing that can be read' };
  }
  const packages = answer?.vulnerabilities;
  if (typeof packages !== 'object' || packages === null)
    return { answered: false, why: String(answer?.message ?? 'npm audit answered in another form') };
  /** @type {Advisory[]} */
  const advisories = Object.values(packages).map((/** @type {any} */ { name, severity, range }) => ({
    name: String(name),
    severity: String(severity),
    range: String(range),
  }));
  advisories.sort((one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity));
  return { answered: true, advisories };
}

/** @param {Licence[]} licences */
const licenceLines = (licences) => {
  const names = licences.map(({ licence }) => licence);
  const counts = [...new Set(names)].map((name) => ({
    name,
    count: names.filter((one) => one === name).length,
  }));
  return counts.sort((one, other) => other.count - one.count).map(({ name, count }) => `- ${name}: ${count}`);
};

/** @param {Advisories} found */
function advisoryLines(found) {
  if (!found.answered) return [`**Not known**: the registry gave no answer (${found.why}). Run it again.`];
  if (found.advisories.length === 0) return ['None for the installed versions.'];
  return found.advisories.map(({ name, severity, range }) => `- ${severity}: ${name} ${range}`);
}

/**
 * What was looked at, when, and what it came to, as Markdown.
 * @param {{ at: string, commit: string, node: string, components: number, licences: Licence[], found: Advisories }} seen
 */
export function summaryOf({ at, commit, node, components, licences, found }) {
  return [
    '# Evidence on packages',
    '',
    `Made ${at} of commit ${commit} with Node ${node}.`,
    '',
    '## Advisories',
    '',
    ...advisoryLines(found),
    '',
    `## Licences of ${licences.length} installed packages`,
    '',
    ...licenceLines(licences),
    '',
    '## Bill of materials',
    '',
    `sbom.cdx.json (CycloneDX) lists ${components} packages.`,
    '',
  ].join('\n');
}
