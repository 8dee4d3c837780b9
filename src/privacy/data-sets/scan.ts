import { nobody, count, type DataSet } from '../../storage/data-set';

/**
 * How far the pass through the whole store is that confirms erasures. It never holds a key, which may name somebody: the
 * place within a data set travels sealed in the queue event that goes on from there.
 */
export interface Scan {
  /** How often the pass was handed over, among others: an event that an earlier one has overtaken does nothing. */
  version: number;
  startedAt: string;
  /** When it was last handed over. */
  movedAt: string;
  /** The data set that is being looked at. */
  dataSet: string;
  rows: number;
  /** Records of people without a live row. */
  leftovers: number;
  /** Rows that no data set declares. */
  undeclared: number;
  finishedAt?: string;
  /** Digest of the data map by which it goes. */
  mapVersion?: string;
}

export const SCAN_KEY = 'scan';

export const SCAN: DataSet<Scan> = {
  name: 'scan',
  place: 'app-state',
  key: [['name', { kind: 'one-of', values: [SCAN_KEY] }]],
  fields: {
    version: { value: count, category: nobody, what: 'data.times-written' },
    startedAt: { value: { kind: 'instant' }, category: nobody, what: 'data.scan-started-at' },
    movedAt: { value: { kind: 'instant' }, category: nobody, what: 'data.scan-moved-at' },
    dataSet: { value: { kind: 'data-set' }, category: nobody, what: 'data.scan-data-set' },
    rows: { value: count, category: nobody, what: 'data.scan-rows' },
    leftovers: { value: count, category: nobody, what: 'data.scan-leftovers' },
    undeclared: { value: count, category: nobody, what: 'data.scan-undeclared' },
    finishedAt: {
      value: { kind: 'instant' },
      optional: true,
      category: nobody,
      what: 'data.scan-finished-at',
    },
    mapVersion: {
      value: { kind: 'digest' },
      optional: true,
      category: nobody,
      what: 'data.scan-map-version',
    },
  },
  indexes: [],
  about: 'nobody',
  title: 'data.scan-title',
  what: 'data.scan-what',
  purpose: 'data.scan-purpose',
  retention: { words: 'data.scan-retention' },
  erasure: { effect: 'keep', words: 'data.about-nobody' },
  exported: false,
};
