/**
 * @typedef {object} Wall
 * @property {string} from file (without its ending) or folder the wall stands around, from the root of the project
 * @property {string[]} folders what of the project it may import, besides itself
 * @property {string[]} packages what else it may import; `*` is anything that is not `closed`
 * @property {string[]} [closed] packages refused although `*` is open
 * @property {boolean} [gap] what is in it and has no wall of its own may not even import from beside it
 * @property {string} reason said when the wall is hit
 */

const CONTRACT = 'src/contract';
/** The code that browser and functions share: how a duration is read, and which changes of settings erase more. */
const DURATION = 'src/timesheet/duration';
const ERASES_MORE = 'src/privacy/settings/erases-more';
/** The keys of the messages that people read: types only. */
const KEYS = 'words/types';
/** What functions say in sentences of their own: the notice, and what is derived from the data map. */
const WORDS = 'src/words';
const CRYPTO = 'node:crypto';
/** What packs and unpacks texts. */
const PACKER = 'node:zlib';
const FUNCTION_PACKAGES = ['@forge/api', '@forge/kvs', '@forge/events', '@forge/resolver', 'node:*'];
const PARTS = [
  'src/app',
  'src/data-map',
  'src/privacy',
  'src/platform-check',
  'src/timesheet',
  'src/atlassian',
  'src/storage',
  CONTRACT,
  KEYS,
  WORDS,
];
const RESOLVER_REASON =
  'resolvers authorise, validate and call; they reach Forge through storage and atlassian.';

/** The rooms of the engine, the lowest first: each imports what is before it. */
const ROOMS = [
  'settings',
  'person',
  'erasure',
  'restriction',
  'scan',
  'requests',
  'retention',
  'reporting',
  'notice',
  'webhook',
  'uninstall',
  'access',
].map((room) => `src/privacy/${room}`);
/** What every room uses. Whoever adds a file here asks first in which room it belongs. */
const LANDING = [
  'audit',
  'cohorts',
  'digest',
  'due',
  'engine',
  'errors',
  'installation',
  'pace',
  'pages',
  'persistently',
  'relay',
  'sealing',
  'time',
  'versioned',
].map((file) => `src/privacy/${file}`);
/** Rooms whose answers are sentences that are kept or shown word for word. */
const SPEAKING = new Set(['src/privacy/notice', 'src/privacy/access']);
const DATA_SETS = 'src/privacy/data-sets';
const ENGINE_REASON = 'the privacy engine knows the data map and the gateway, no feature, no Jira, no Forge.';

/**
 * @param {string} from
 * @param {string[]} below
 * @returns {Wall}
 */
const engineWall = (from, below) => ({
  from,
  folders: ['src/storage', CONTRACT, KEYS, DATA_SETS, ...below],
  packages: ['valibot', CRYPTO],
  reason: `${ENGINE_REASON} Inside it, arrows run down: what two rooms need belongs in the lower one.`,
});

/** Who may import whom; the first wall whose `from` holds the importing file counts. @type {Wall[]} */
export const walls = [
  {
    from: ERASES_MORE,
    folders: [CONTRACT],
    packages: [],
    reason: 'the browser runs it too, so it stands alone.',
  },
  {
    from: 'src/index',
    folders: ['src/resolvers', 'src/triggers'],
    packages: [],
    reason: 'src/index.ts is one export per manifest function and nothing else.',
  },
  {
    from: CONTRACT,
    folders: [DATA_SETS, KEYS],
    packages: [],
    reason:
      'the contract is shared with the browser: besides the closed lists of the data sets it stands alone.',
  },
  {
    from: 'src/app',
    folders: ['src/data-map', 'src/privacy', 'src/timesheet', 'src/storage', 'src/atlassian'],
    packages: [],
    reason: 'src/app.ts puts the parts together; what Forge gives reaches it through storage and atlassian.',
  },
  {
    from: 'src/data-map',
    folders: ['src/privacy', 'src/platform-check', 'src/timesheet', 'src/storage'],
    packages: [],
    reason: 'the data map lists data sets and nothing else.',
  },
  {
    from: WORDS,
    folders: ['words', `${DATA_SETS}/languages`],
    packages: ['intl-messageformat'],
    reason:
      'src/words.ts speaks the catalogues and knows nothing of the app but in which languages there is a notice.',
  },
  {
    from: 'src/storage',
    folders: [KEYS],
    packages: ['@forge/kvs', CRYPTO, PACKER],
    reason: 'storage is the ground everything stands on: it knows @forge/kvs and nothing of the app.',
  },
  {
    from: DATA_SETS,
    folders: ['src/storage', KEYS],
    packages: [],
    reason: 'the data sets of the engine are declarations: they know the gateway and each other.',
  },
  ...ROOMS.map((room, at) =>
    engineWall(room, [...LANDING, ...ROOMS.slice(0, at), ...(SPEAKING.has(room) ? [WORDS] : [])]),
  ),
  ...LANDING.map((file) => engineWall(file, LANDING)),
  {
    from: 'src/privacy',
    folders: [],
    packages: [],
    gap: true,
    reason:
      'every room and every file on the landing of src/privacy/ has its place in scripts/lint/walls.mjs.',
  },
  {
    from: DURATION,
    folders: [KEYS],
    packages: [],
    reason: 'the browser runs it too, so it stands alone.',
  },
  {
    from: 'src/timesheet',
    folders: ['src/privacy', 'src/storage', CONTRACT, KEYS],
    packages: ['valibot', CRYPTO],
    reason: 'a feature knows the privacy engine and the gateway, nothing above it.',
  },
  {
    from: 'src/platform-check',
    folders: ['src/privacy', 'src/storage', CONTRACT, KEYS],
    packages: [],
    reason: 'the check of the site knows the engine and storage, no feature and no Jira.',
  },
  {
    from: 'src/atlassian',
    folders: ['src/storage', 'src/privacy/engine', CONTRACT],
    packages: ['@forge/api', '@forge/events', 'valibot', CRYPTO],
    reason:
      'atlassian/ is handed in to the engine: it knows what the engine asks for and nothing else of it.',
  },
  {
    from: 'src/resolvers',
    folders: PARTS,
    packages: ['@forge/resolver', 'valibot', CRYPTO],
    reason: RESOLVER_REASON,
  },
  {
    from: 'src/triggers',
    folders: PARTS,
    packages: ['valibot', CRYPTO],
    reason: 'triggers unpack an event and call; they reach Forge through storage and atlassian.',
  },
  {
    from: 'src',
    folders: [],
    packages: [],
    gap: true,
    reason: 'every folder of src/ needs its own wall in scripts/lint/walls.mjs.',
  },
  {
    from: 'static/shared',
    folders: [CONTRACT, DURATION, KEYS],
    packages: ['*'],
    closed: FUNCTION_PACKAGES,
    reason:
      'pages know only the contract of src/ and what it shares with them, and what they share knows none of them.',
  },
  ...['panel', 'my-time', 'my-data', 'admin'].map((page) => ({
    from: `static/${page}`,
    folders: ['static/shared', CONTRACT, DURATION, ...(page === 'admin' ? [ERASES_MORE] : []), KEYS],
    packages: ['*'],
    closed: FUNCTION_PACKAGES,
    reason:
      'pages know only the contract of src/ and what it shares with them; they share code in static/shared.',
  })),
  {
    from: 'local',
    folders: [],
    packages: ['*'],
    reason: 'the local Forge runs the built app: it is given the bundle and never imports src/ or static/.',
  },
];
