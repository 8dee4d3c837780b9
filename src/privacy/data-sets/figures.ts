import type { DataSet } from '../../storage/data-set';

/** How many people have data here, as it was counted, and how far the count is that is under way. */
export interface Figures {
  people?: number;
  /** When that count began. */
  at?: string;
  /** When the count that is under way began, how many people it has met, and behind which group it goes on. */
  beganAt?: string;
  counted?: number;
  after?: string;
}

export const FIGURES_KEY = 'figures';

const nobody = 'dpv:NonPersonalData' as const;
const count = { kind: 'integer', min: 0, max: 2_147_483_647 } as const;
const instant = { kind: 'instant' } as const;

export const FIGURES: DataSet<Figures> = {
  name: 'figures',
  place: 'plain',
  key: [['name', { kind: 'one-of', values: [FIGURES_KEY] }]],
  fields: {
    people: { value: count, optional: true, category: nobody, what: 'How many people have data here' },
    at: { value: instant, optional: true, category: nobody, what: 'When they were counted' },
    beganAt: { value: instant, optional: true, category: nobody, what: 'When the count under way began' },
    counted: { value: count, optional: true, category: nobody, what: 'How many people it has met so far' },
    after: {
      value: { kind: 'integer-text' },
      optional: true,
      category: nobody,
      what: 'Behind which group it goes on',
    },
  },
  indexes: [],
  about: 'nobody',
  title: 'Figures',
  what: 'How many people have data here, and when they were counted.',
  purpose: 'To tell administrators how many people have data here without reading all groups each time.',
  retention: { words: 'Kept while the app is installed; each count replaces the last.' },
  erasure: { effect: 'keep', words: 'It says nothing about anyone.' },
  exported: false,
};
