import type { Change } from '../../storage/store';
import { awaitsMissed, ERASURE_JOB, isEnded } from '../data-sets/erasure-job';
import { MARKER, type Marker } from '../data-sets/marker';
import type { Engine } from '../engine';
import { Refused } from '../errors';
import { toInstant } from '../time';

/**
 * Refuses who may not be registered: Atlassian closed their account, they were erased after this was asked for, or their
 * erasure has not ended. Anybody else who was erased may come back.
 * @throws Refused
 */
export async function assertMayRegister(
  engine: Engine,
  marker: Marker | undefined,
  causedAt: Date,
): Promise<void> {
  if (!marker) return;
  if (marker.kind === 'closed') {
    throw new Refused('CONFLICT', 'Atlassian closed this account, so nothing can be kept about it any more.');
  }
  if (marker.erasedAt >= toInstant(causedAt)) {
    throw new Refused('CONFLICT', 'Your data was erased meanwhile, so this was not saved. Nothing was kept.');
  }
  const job = await engine.store.get(ERASURE_JOB, marker.job);
  // What is still being deleted could not be told apart from what is new.
  if (job && !isEnded(job)) {
    throw new Refused(
      'CONFLICT',
      'Your data is being erased. Nothing was saved; try again when that is done.',
    );
  }
  if (job && awaitsMissed(job)) {
    throw new Refused(
      'CONFLICT',
      'Your data was erased, but fewer records were found than counted, and the rest is looked for during a week. ' +
        'Nothing was saved; try again after that.',
    );
  }
}

/** Counts in the marker that the person is back; collides with an erasure of theirs that is taken up again meanwhile. */
export function comesBack(key: string, marker: Marker): Change {
  const { job, returns } = marker;
  return {
    do: 'set',
    dataSet: MARKER,
    key,
    row: { ...marker, returns: returns + 1 },
    expected: { job, returns },
  };
}
