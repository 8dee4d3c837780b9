import type { HeldDataSet } from '../../../src/contract';

/** How many records there are of all these kinds. */
export const recordsOf = (dataSets: readonly HeldDataSet[]): Pick<HeldDataSet, 'records' | 'more'> => ({
  records: dataSets.reduce((sum, { records }) => sum + records, 0),
  ...(dataSets.some(({ more }) => more) && { more: true }),
});
