import type { DataMap } from './storage/data-set';
import { ENGINE_DATA_SETS } from './privacy/data-sets';
import { SCRATCH, SITE_CHECK } from './platform-check/data-sets';
import { ISSUE_TOTAL } from './timesheet/issue-total';
import { DAY_TOTALS, TIME_ENTRY } from './timesheet/time-entry';

/** Everything the app stores. A feature that keeps something more adds its data set here; the engine needs no change. */
export const DATA_MAP: DataMap = [
  TIME_ENTRY,
  DAY_TOTALS,
  ISSUE_TOTAL,
  ...ENGINE_DATA_SETS,
  SITE_CHECK,
  SCRATCH,
];
