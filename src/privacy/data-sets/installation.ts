import { nobody, type DataSet } from '../../storage/data-set';

const INSTALLATION_STATES = [
  'in-use',
  /** A store that came back with another installation: it is looked through before anyone uses it. */
  'returned',
  /** The app is being uninstalled, and the store is emptied. */
  'leaving',
] as const;
export type InstallationState = (typeof INSTALLATION_STATES)[number];

/** To which installation of the app the store belongs. It is written with the first person and goes last. */
export interface Installation {
  /** Moves on with every change: a write that was under way before it is refused. */
  version: number;
  /** SHA-256 of the ID that Forge gives the installation. */
  installation: string;
  state: InstallationState;
  since: string;
  /** How often a store that is not in use was looked at: which event goes on. */
  looks?: number;
  /** When nothing else was left of a store that is being emptied. */
  emptiedAt?: string;
}

export const INSTALLATION_KEY = 'installation';

export const INSTALLATION: DataSet<Installation> = {
  name: 'installation',
  place: 'app-state',
  key: [['name', { kind: 'one-of', values: [INSTALLATION_KEY] }]],
  fields: {
    version: {
      value: { kind: 'integer', min: 1, max: 2_147_483_647 },
      category: nobody,
      what: 'data.times-written',
    },
    installation: {
      value: { kind: 'digest' },
      category: nobody,
      what: 'data.installation-id',
    },
    state: {
      value: { kind: 'one-of', values: INSTALLATION_STATES },
      category: nobody,
      what: 'data.installation-state',
    },
    since: { value: { kind: 'instant' }, category: nobody, what: 'data.since-when' },
    looks: {
      value: { kind: 'integer', min: 0, max: 2_147_483_647 },
      optional: true,
      category: nobody,
      what: 'data.installation-looks',
    },
    emptiedAt: {
      value: { kind: 'instant' },
      optional: true,
      category: nobody,
      what: 'data.installation-emptied-at',
    },
  },
  indexes: [],
  about: 'nobody',
  title: 'data.installation-title',
  what: 'data.installation-what',
  purpose: 'data.installation-purpose',
  retention: { words: 'data.kept-while-installed' },
  erasure: { effect: 'keep', words: 'data.about-nobody' },
  exported: false,
};
