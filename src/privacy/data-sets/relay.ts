import type { DataSet } from '../../storage/data-set';

/** Duties that go on by events of the queue until there is no more to do, and have no other row that counts them. */
export const RELAYED_DUTIES = [
  'retention',
  'removed',
  'totals',
  'erasures',
  'requests',
  'announcements',
  'closures',
  'figures',
  'undo',
] as const;
export type RelayedDuty = (typeof RELAYED_DUTIES)[number];

/** Which event goes on with each duty. */
export type Relay = { version: number } & Partial<Record<RelayedDuty, number>>;

export const RELAY_KEY = 'relay';

const step = (what: string) =>
  ({
    value: { kind: 'integer', min: 1, max: 2_147_483_647 },
    optional: true,
    category: 'dpv:NonPersonalData',
    what: `Which event of the queue goes on with ${what}`,
  }) as const;

export const RELAY: DataSet<Relay> = {
  name: 'relay',
  place: 'app-state',
  key: [['name', { kind: 'one-of', values: [RELAY_KEY] }]],
  fields: {
    version: {
      value: { kind: 'integer', min: 1, max: 2_147_483_647 },
      category: 'dpv:NonPersonalData',
      what: 'How often it was written',
    },
    retention: step('deleting what has been kept for its time'),
    removed: step('erasing people who were removed from the site'),
    totals: step('deleting totals that are not wanted any more'),
    erasures: step('taking up erasures that stand still'),
    requests: step('carrying out requests that were approved'),
    announcements: step('carrying out what the webhook took'),
    closures: step('erasing people whose accounts the webhook announced as closed'),
    figures: step('counting people'),
    undo: step('undoing what the webhook did'),
  },
  indexes: [],
  about: 'nobody',
  title: 'Duties under way',
  what: 'Which event of the queue goes on with duties that take several of them.',
  purpose: 'To do nothing twice where the queue delivers an event twice.',
  retention: { words: 'Kept while the app is installed.' },
  erasure: { effect: 'keep', words: 'It says nothing about anyone.' },
  exported: false,
};
