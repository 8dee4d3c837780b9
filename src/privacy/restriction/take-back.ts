import type { Standing } from '../data-sets/registration';
import { Refused } from '../errors';
import type { StandingChange } from '../person/standing';
import { toDay } from '../time';

/**
 * How often a person may lift a restriction or withdraw a request on one day (UTC). Restricting and asking are rights and
 * always possible; what can be taken back without end would fill the audit log, from which people read who looked at
 * their data.
 */
const MOST_TAKEN_BACK = 10;

/** Counts that the person takes something back today. @throws Refused where that was often enough */
export function takingBack({ takenBackOn, takenBack = 0 }: Standing, now: Date): StandingChange {
  const today = toDay(now);
  const times = takenBackOn === today ? takenBack : 0;
  if (times >= MOST_TAKEN_BACK) throw oftenEnough();
  return { takenBackOn: today, takenBack: times + 1 };
}

const oftenEnough = (): Refused =>
  new Refused(
    'CONFLICT',
    `You lifted a restriction or withdrew a request ${MOST_TAKEN_BACK} times today, the most for one day. Nothing was ` +
      'changed; do it tomorrow.',
  );
