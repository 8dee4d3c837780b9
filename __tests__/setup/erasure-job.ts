import type { ErasureJob } from '../../src/privacy/data-sets/erasure-job';

const AT = '2026-03-02T06:00:00.000Z';

/** An erasure as it stands in storage: nothing was counted and nothing is erased yet, but for what a test says. */
export const erasureJob = (change: Partial<ErasureJob>): ErasureJob => ({
  version: 1,
  state: 'deleting',
  askedBy: 'person',
  startedAt: AT,
  updatedAt: AT,
  expected: {},
  erased: {},
  tries: 0,
  mapVersion: '0123456789abcdef',
  ...change,
});
