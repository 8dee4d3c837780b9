import type { Change } from '../../storage/store';
import { auditChange } from '../audit';
import { awaitsMissed, ERASURE_JOB, isEnded } from '../data-sets/erasure-job';
import { MARKER, type Marker } from '../data-sets/marker';
import type { Standing } from '../data-sets/registration';
import type { Engine } from '../engine';
import { Refused } from '../errors';
import { toInstant } from '../time';
import { withoutHint, type Subject } from './standing';

/** A person who is on the site again, with the line of the audit log that says so. */
interface BackOnSite {
  subject: Subject;
  line: Change;
}

/**
 * Whoever uses the app is on the site, whatever Jira said before: neither that nor the restriction which came of it holds
 * any more. Nothing where they were not removed.
 */
export function backOnSite(now: Date, subject: Subject | undefined): BackOnSite | undefined {
  if (subject?.standing.removedAt === undefined) return undefined;
  const { person, standing } = subject;
  const next = { ...standing, ...withoutHint(standing, 'removedAt').unsaid };
  return {
    subject: { person, standing: next as Standing },
    line: auditChange(now, { event: 'came-back', role: 'person', subject: person.token }),
  };
}

export async function assertMayEnter(
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

/** Collides with an erasure of the same person that is taken up again meanwhile. */
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
