import type { JobView } from '../../contract';
import { StorageRefusedError } from '../../storage/failures';
import { ownKey } from '../../storage/own-key';
import type { Change } from '../../storage/store';
import { auditChange } from '../audit';
import { hasMember, leaveChange, makeCohortAnew } from '../cohorts';
import type { AccessReason, AuditRole } from '../data-sets/audit';
import { COHORT, type Cohort } from '../data-sets/cohort';
import { ERASURE_JOB, type Asker, type ErasureJob } from '../data-sets/erasure-job';
import { MARKER, MARKER_DAYS, type Marker, type MarkerKind } from '../data-sets/marker';
import { PERSON, STANDING } from '../data-sets/registration';
import { randomToken } from '../digest';
import type { Engine } from '../engine';
import { Refused } from '../errors';
import { storeOpen } from '../installation';
import { persistently } from '../persistently';
import { markerKeyOf } from '../person/marker';
import type { Subject } from '../person/standing';
import { countsOf, readSubject } from '../person/subject';
import { pushOrLog } from '../relay';
import { addDays, toInstant } from '../time';
import { toView, type JobAsRead } from './job';
import { runningErasure } from './under-way';

export interface ErasureAsked {
  accountId: string;
  askedBy: Asker;
  marker: MarkerKind;
  reason?: AccessReason | undefined;
  /** Digest of what the asker's browser made of the code with which they can check the receipt. */
  receiptHash?: string | undefined;
  /** Only where no record of the person has been left since this instant. */
  emptySince?: string;
  /** Only where this holds of the person as they are when the erasure begins. */
  still?: (subject: Subject) => boolean;
  /** Only this stay of the person: the epoch of their live row when it was asked for. */
  stay?: string;
  /** The erasure as it was noted before it begins. */
  noted?: JobAsRead;
}

/**
 * Begins the erasure of a person: one transaction deletes the live row and the standing row, takes the person out of
 * their cohort, and writes the marker, the job and a line of the audit log. From then on nothing about the person can
 * be written. The version of the cohort row, which always exists, lets one of two simultaneous erasures win; the other
 * finds the person gone, from the cohort or altogether, and gives the job of the first.
 * @throws Refused where nothing is held about the account, something again since `emptySince`, or `still` does not hold
 */
export async function startErasure(engine: Engine, asked: ErasureAsked): Promise<JobView> {
  const job = await fenceOff(engine, asked);
  await handOver(engine, job.id);
  return job;
}

/** Begins an erasure that was due when it was listed; nothing where it no longer is: what the rows say then decides. */
export async function eraseIfStill(engine: Engine, asked: ErasureAsked): Promise<JobView | undefined> {
  try {
    return await startErasure(engine, asked);
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

async function fenceOff(engine: Engine, asked: ErasureAsked): Promise<JobView> {
  const markerKey = await persistently(engine, () => markerKeyOf(engine, asked.accountId));
  let outOfStep: Subject | undefined;
  return persistently(engine, async () => {
    const { subject, installation } = await readSubject(engine, asked.accountId);
    if (!subject || isLaterStay(subject, asked)) return runningErasure(engine, asked);
    if (asked.emptySince !== undefined) assertEmptySince(subject, asked.emptySince);
    if (asked.still && !asked.still(subject)) throw usedMeanwhile();
    const open = await storeOpen(engine, installation);
    const cohort = await cohortOf(engine, subject);
    if (!hasMember(cohort, asked.accountId) && !isSameStay(subject, outOfStep)) {
      outOfStep = subject;
      throw new StorageRefusedError('OUT_OF_STEP');
    }
    const { id, job, changes } = fenceChanges(engine, { subject, cohort, asked, markerKey });
    await engine.store.transact([open, ...changes]);
    return toView(id, job);
  });
}

const cohortOf = async (engine: Engine, { standing: { cohort: key } }: Subject): Promise<Cohort> =>
  (await engine.store.get(COHORT, key)) ?? makeCohortAnew(engine, key);

/** Whoever is still here, though not in their cohort, is so in the store itself: no other erasure came in between. */
const isSameStay = (subject: Subject, before: Subject | undefined): boolean =>
  subject.person.epoch === before?.person.epoch && subject.standing.cohort === before.standing.cohort;

const isLaterStay = ({ person }: Subject, { stay }: ErasureAsked): boolean =>
  stay !== undefined && person.epoch !== stay;

function assertEmptySince({ standing }: Subject, since: string): void {
  if (standing.empty && standing.changedAt < since) return;
  throw usedMeanwhile();
}

const usedMeanwhile = (): Refused =>
  new Refused('CONFLICT', 'This account has been used meanwhile, so nothing of it was erased.');

/** The queue may be busy: then the daily run finds the job and takes it up. */
export const handOver = (engine: Engine, id: string): Promise<void> =>
  pushOrLog(engine, { job: 'erasure', id }, 0, 'erasure-not-queued');

interface Fencing {
  subject: Subject;
  cohort: Cohort;
  asked: ErasureAsked;
  markerKey: string;
}

function fenceChanges(
  engine: Engine,
  { subject, cohort, asked, markerKey }: Fencing,
): { id: string; job: ErasureJob; changes: Change[] } {
  const { person, standing } = subject;
  const now = engine.now();
  const { noted } = asked;
  const id = noted?.id ?? randomToken();
  const job = newJob(engine, subject, asked);
  return {
    id,
    job,
    changes: [
      { do: 'delete', dataSet: PERSON, key: person.accountId, expected: { epoch: person.epoch } },
      {
        do: 'delete',
        dataSet: STANDING,
        key: ownKey(STANDING, person.accountId),
        expected: { version: standing.version },
      },
      leaveChange(cohort, standing.cohort, person.accountId),
      {
        do: 'set',
        dataSet: MARKER,
        key: markerKey,
        row: markerOf(now, asked.marker, id),
        expected: 'guarded',
      },
      {
        do: 'set',
        dataSet: ERASURE_JOB,
        key: id,
        row: job,
        expected: noted ? { version: noted.job.version } : 'new-key',
      },
      // Without the token, which goes here: else the moment of an erasure would tell which earlier lines are whose.
      auditChange(now, {
        event: 'erasure-asked',
        role: roleOf(asked.askedBy),
        records: job.expected,
        ...(asked.reason !== undefined && { reason: asked.reason }),
      }),
    ],
  };
}

function markerOf(now: Date, kind: MarkerKind, job: string): Marker {
  return {
    erasedAt: toInstant(now),
    kind,
    endsAt: toInstant(addDays(now, MARKER_DAYS[kind])),
    job,
    returns: 0,
  };
}

function newJob(engine: Engine, subject: Subject, asked: ErasureAsked): ErasureJob {
  const at = toInstant(engine.now());
  const expected = countsOf(engine, subject);
  const before = asked.noted?.job;
  return {
    version: (before?.version ?? 0) + 1,
    state: 'fenced',
    askedBy: asked.askedBy,
    startedAt: before?.startedAt ?? at,
    updatedAt: at,
    subject: asked.accountId,
    cohort: subject.standing.cohort,
    expected,
    erased: erasedByFence(engine, expected),
    tries: 0,
    ...(asked.receiptHash !== undefined && { receiptHash: asked.receiptHash }),
    ...(before?.furtherCodes && { furtherCodes: before.furtherCodes }),
    mapVersion: engine.mapVersion,
  };
}

/** What the fence itself removes: the records that are not found by an index. */
function erasedByFence(engine: Engine, expected: Record<string, number>): Record<string, number> {
  const indexed = new Set(
    engine.store.map.filter((set) => set.found?.by === 'index').map(({ name }) => name),
  );
  return Object.fromEntries(Object.entries(expected).filter(([name]) => !indexed.has(name)));
}

export function roleOf(asker: Asker): AuditRole {
  return asker === 'retention' || asker === 'uninstall' ? 'system' : asker;
}
