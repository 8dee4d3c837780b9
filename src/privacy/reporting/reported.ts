import type { Reported } from '../../contract';
import { COHORT, type Cohort } from '../data-sets/cohort';
import { REPORTING, REPORTING_KEY, type Reporting } from '../data-sets/reporting';
import type { Engine } from '../engine';
import type { Subject } from '../person/subject';
import { addSeconds, toInstant } from '../time';
import { lastToldOf, memberCountsFrom } from '../due';
import { STANDARD_PERIOD_SECONDS } from './period';

export async function reportedOf(engine: Engine, subject: Subject): Promise<Reported | undefined> {
  const { accountId } = subject.person;
  const [state, cohort] = (await engine.store.getAll([
    { dataSet: REPORTING, key: REPORTING_KEY },
    { dataSet: COHORT, key: subject.standing.cohort },
  ])) as [Reporting | undefined, Cohort | undefined];
  const member = cohort?.members.find((one) => one.accountId === accountId);
  if (!cohort || !member) return undefined;
  const lastAt = lastToldOf(member, cohort);
  const from = new Date(memberCountsFrom(member, cohort));
  return {
    ...(lastAt !== undefined && { lastAt }),
    nextAt: toInstant(addSeconds(from, state?.periodSeconds ?? STANDARD_PERIOD_SECONDS)),
  };
}
