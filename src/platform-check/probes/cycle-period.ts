import { REPORTING, REPORTING_KEY } from '../../privacy/data-sets/reporting';
import type { Step } from '../step';

/** In which form reporting last saw the header `Cycle-Period`. */
export const cyclePeriod: Step = async ({ engine }) => {
  const reporting = await engine.store.get(REPORTING, REPORTING_KEY);
  return { findings: [{ id: 'cycle-period', outcome: reporting?.periodForm ?? 'not-told' }] };
};
