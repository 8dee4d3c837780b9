import { nobody, instant, count, type DataSet } from '../../storage/data-set';

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

export const FIGURES: DataSet<Figures> = {
  name: 'figures',
  place: 'plain',
  key: [['name', { kind: 'one-of', values: [FIGURES_KEY] }]],
  fields: {
    people: { value: count, optional: true, category: nobody, what: 'data.figures-people' },
    at: { value: instant, optional: true, category: nobody, what: 'data.figures-at' },
    beganAt: { value: instant, optional: true, category: nobody, what: 'data.count-began-at' },
    counted: { value: count, optional: true, category: nobody, what: 'data.figures-counted' },
    after: {
      value: { kind: 'integer-text' },
      optional: true,
      category: nobody,
      what: 'data.count-after',
    },
  },
  indexes: [],
  about: 'nobody',
  title: 'data.figures-title',
  what: 'data.figures-what',
  purpose: 'data.figures-purpose',
  retention: { words: 'data.count-retention' },
  erasure: { effect: 'keep', words: 'data.about-nobody' },
  exported: false,
};
