import type { DataKey } from '../../../words/types';
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
  'readers',
] as const;
export type RelayedDuty = (typeof RELAYED_DUTIES)[number];

/** Which event goes on with each duty. */
export type Relay = { version: number } & Partial<Record<RelayedDuty, number>>;

export const RELAY_KEY = 'relay';

const step = (what: DataKey) =>
  ({
    value: { kind: 'integer', min: 1, max: 2_147_483_647 },
    optional: true,
    category: 'dpv:NonPersonalData',
    what,
  }) as const;

export const RELAY: DataSet<Relay> = {
  name: 'relay',
  place: 'app-state',
  key: [['name', { kind: 'one-of', values: [RELAY_KEY] }]],
  fields: {
    version: {
      value: { kind: 'integer', min: 1, max: 2_147_483_647 },
      category: 'dpv:NonPersonalData',
      what: 'data.times-written',
    },
    retention: step('data.relay-retention'),
    removed: step('data.relay-removed'),
    totals: step('data.relay-totals'),
    erasures: step('data.relay-erasures'),
    requests: step('data.relay-requests'),
    announcements: step('data.relay-announcements'),
    closures: step('data.relay-closures'),
    figures: step('data.relay-figures'),
    undo: step('data.relay-undo'),
    readers: step('data.relay-readers'),
  },
  indexes: [],
  about: 'nobody',
  title: 'data.relay-title',
  what: 'data.relay-what',
  purpose: 'data.relay-purpose',
  retention: { words: 'data.kept-while-installed' },
  erasure: { effect: 'keep', words: 'data.about-nobody' },
  exported: false,
};
