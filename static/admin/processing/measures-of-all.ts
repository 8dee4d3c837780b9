import type { ProcessingRecord } from '../../../src/contract';

/** The security measures, where they are the same for every activity. */
export function measuresOfAll(activities: ProcessingRecord['activities']): readonly string[] | undefined {
  const [first, ...others] = activities.map((activity) => activity.securityMeasures);
  if (first === undefined || first.length === 0) return undefined;
  const isSame = others.every((other) => JSON.stringify(other) === JSON.stringify(first));
  return isSame ? first : undefined;
}
