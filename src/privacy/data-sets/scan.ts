import type { DataSet } from '../../storage/data-set';

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
const nobody = 'dpv:NonPersonalData' as const;
const count = { kind: 'integer', min: 0, max: 2_147_483_647 } as const;

export const SCAN: DataSet<Scan> = {
  name: 'scan',
  place: 'app-state',
  key: [['name', { kind: 'one-of', values: [SCAN_KEY] }]],
  fields: {
    version: { value: count, category: nobody, what: 'How often it was written' },
    startedAt: { value: { kind: 'instant' }, category: nobody, what: 'When the pass began' },
    movedAt: { value: { kind: 'instant' }, category: nobody, what: 'When it was last handed over' },
    dataSet: { value: { kind: 'data-set' }, category: nobody, what: 'Which data set is being looked at' },
    rows: { value: count, category: nobody, what: 'How many rows were looked at' },
    leftovers: { value: count, category: nobody, what: 'How many records of erased people were found' },
    undeclared: { value: count, category: nobody, what: 'How many rows no data set declares' },
    finishedAt: {
      value: { kind: 'instant' },
      optional: true,
      category: nobody,
      what: 'When the pass ended',
    },
    mapVersion: {
      value: { kind: 'digest' },
      optional: true,
      category: nobody,
      what: 'The version of the data map by which the pass goes',
    },
  },
  indexes: [],
  about: 'nobody',
  title: 'Scan of the whole store',
  what: 'How far the pass is that confirms erasures, and what it found.',
  purpose: 'To confirm that erasures are complete.',
  retention: { words: 'Kept while the app is installed; each pass replaces the last.' },
  erasure: { effect: 'keep', words: 'It says nothing about anyone.' },
  exported: false,
};
