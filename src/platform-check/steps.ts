import { REPORTING, REPORTING_KEY } from '../privacy/data-sets/reporting';
import { removeLeftovers } from './leftovers';
import { batchLimit } from './probes/batch-limit';
import { awaitEvents, pushEvents } from './probes/events';
import { lateLists } from './probes/late-lists';
import { checkMissing, deleteMissing, failingCondition, setMissing } from './probes/missing-rows';
import { emptyPages, fillPages, lookAtPages } from './probes/pages';
import { readTimes, strictReads } from './probes/reads';
import { refusedKeys, twoEntities, unknownAttribute } from './probes/refusals';
import type { Step } from './step';

/** In which form reporting last saw the header `Cycle-Period`. */
const cyclePeriod: Step = async ({ engine }) => {
  const reporting = await engine.store.get(REPORTING, REPORTING_KEY);
  return { findings: [{ id: 'cycle-period', outcome: reporting?.periodForm ?? 'not-told' }] };
};

/**
 * The check, a call for each step. What takes its time is begun first; what may use up everyone’s quota comes when all else
 * is done.
 */
export const STEPS: readonly Step[] = [
  removeLeftovers,
  pushEvents,
  fillPages,
  checkMissing,
  setMissing,
  deleteMissing,
  failingCondition,
  twoEntities,
  refusedKeys,
  unknownAttribute,
  strictReads,
  readTimes,
  lateLists,
  lookAtPages,
  emptyPages,
  cyclePeriod,
  awaitEvents,
  removeLeftovers,
  batchLimit,
];
