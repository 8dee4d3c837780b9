import type { JobView } from '../../contract';
import { StorageRefusedError } from '../../storage/failures';
import type { Change } from '../../storage/store';
import { auditChange } from '../audit';
import { hasMember, leaveChange, makeCohortAnew } from '../cohorts';
import type { AuditRole } from '../data-sets/audit';
import type { AuditReason } from '../data-sets/reasons';
import { COHORT, type Cohort } from '../data-sets/cohort';
import { ERASURE_JOB, type Asker, type ErasureJob } from '../data-sets/erasure-job';
import { MARKER, MARKER_DAYS, type Marker, type MarkerKind } from '../data-sets/marker';
import { PERSON, standingRef } from '../data-sets/registration';
import { randomToken } from '../digest';
import type { Engine } from '../engine';
import { Refused } from '../errors';
import { storeOpen } from '../installation';
import { persistently } from '../persistently';
import { markerKeyWith } from '../person/marker';
import { countsOf, readSubject, type Subject } from '../person/subject';
import { pushOrLog } from '../relay';
import { pepperOf } from '../sealing';
import { addDays, toInstant } from '../time';
import { toView, notedId, type NotedErasure } from './job';
import { runningErasure, withCode } from './under-way';

/** What is to be erased, who asked for it, and on which conditions. */
export interface ErasureAsked {
  accountId: string;
  askedBy: Asker;
  marker: MarkerKind;
  reason?: AuditReason | undefined;
  /** Digest of what the asker's browser made of the code with which they can check the receipt. */
  receiptHash?: string | undefined;
  /** Where a request asked for it: the day of its receipt, as an instant. It is approved now. */
  requestedAt?: string;
  /** Only where no record of the person has been left since this instant. */
  emptySince?: string;
  /** Only where this holds of the person as they are when the erasure begins. */
  still?: (subject: Subject) => boolean;
  /** Only this stay of the person: the epoch of their live row when it was asked for. */
  stay?: string;
}

/**
 * Begins the erasure of a person: one transaction deletes the live row and the standing row, takes the person out of
 * their cohort, and writes the marker, the job and a line of the audit log. From then on nothing about the person can
 * be written. The version of the cohort row, which always exists, lets one of two simultaneous erasures win; the other
 * finds the person gone, from the cohort or altogether, and gives the job of the first. One that was noted begins as it was
 * noted, whoever has it begun: so all who asked get a receipt.
 * @throws Refused where nothing is held about the account, something again since `emptySince`, or `still` does not hold; or
 * where it begins and has no room for a further code
 */
export async function startErasure(engine: Engine, asked: ErasureAsked): Promise<JobView> {
  const { job, wasNoted } = await fenceOff(engine, asked);
  await queueErasure(engine, job.id);
  const { receiptHash } = asked;
  const withTheirs = wasNoted && receiptHash !== undefined && (await withCode(engine, job.id, receiptHash));
  return withTheirs || job;
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

interface Begun {
  job: JobView;
  /** Whether it had been noted before. */
  wasNoted: boolean;
}

async function fenceOff(engine: Engine, asked: ErasureAsked): Promise<Begun> {
  const pepper = await persistently(engine, () => pepperOf(engine));
  let outOfStep: Subject | undefined;
  return persistently(engine, async () => {
    const { subject, installation } = await readSubject(engine, asked.accountId);
    if (!subject || isLaterStay(subject, asked))
      return { job: await runningErasure(engine, asked), wasNoted: false };
    if (asked.emptySince !== undefined) assertEmptySince(subject, asked.emptySince);
    if (asked.still && !asked.still(subject)) throw usedMeanwhile();
    const open = await storeOpen(engine, installation);
    const by = asked.askedBy === 'administrator' ? await engine.acting?.token() : undefined;
    // After the person: who notes their erasure moves the standing row on.
    const { cohort, noted } = await readBeside(engine, pepper, subject);
    if (!hasMember(cohort, asked.accountId) && !isSameStay(subject, outOfStep)) {
      outOfStep = subject;
      throw new StorageRefusedError('OUT_OF_STEP');
    }
    const markerKey = markerKeyWith(pepper, asked.accountId);
    const theirs = { ...asked, ...(by !== undefined && { by }) };
    const { id, job, changes } = fenceChanges(engine, { subject, cohort, noted, asked: theirs, markerKey });
    await engine.store.transact([open, ...changes]);
    return { job: toView(id, job), wasNoted: noted !== undefined };
  });
}

/** The cohort in which the person stands, and their erasure where it was noted. */
async function readBeside(
  engine: Engine,
  pepper: string,
  { person, standing: { cohort: number } }: Subject,
): Promise<{ cohort: Cohort; noted: NotedErasure | undefined }> {
  const id = notedId(pepper, person);
  const [cohort, job] = await engine.store.getAll([
    { dataSet: COHORT, key: number },
    { dataSet: ERASURE_JOB, key: id },
  ]);
  return {
    cohort: cohort ?? (await makeCohortAnew(engine, number)),
    noted: job?.state === 'asked' ? { id, job } : undefined,
  };
}

/** Whoever is still here, though not in their cohort, is so in the store itself: no other erasure came in between. */
const isSameStay = (subject: Subject, before: Subject | undefined): boolean =>
  subject.person.epoch === before?.person.epoch && subject.standing.cohort === before.standing.cohort;

const isLaterStay = ({ person }: Subject, { stay }: ErasureAsked): boolean =>
  stay !== undefined && person.epoch !== stay;

function assertEmptySince({ standing }: Subject, since: string): void {
  if (standing.empty && standing.changedAt < since) return;
  throw usedMeanwhile();
}

const usedMeanwhile = (): Refused => new Refused('CONFLICT', 'refused.used-meanwhile');

/** The queue may be busy: then the daily run finds the job and takes it up. */
export const queueErasure = (engine: Engine, id: string): Promise<void> =>
  pushOrLog(engine, { job: 'erasure', id }, 0, 'erasure-not-queued');

interface Fencing {
  subject: Subject;
  cohort: Cohort;
  noted: NotedErasure | undefined;
  asked: ErasureAsked & Pick<ErasureJob, 'by'>;
  markerKey: string;
}

function fenceChanges(
  engine: Engine,
  { subject, cohort, noted, asked, markerKey }: Fencing,
): { id: string; job: ErasureJob; changes: Change[] } {
  const { person, standing } = subject;
  const now = engine.now();
  const id = noted?.id ?? randomToken();
  const first: FirstAsked = noted?.job ?? asked;
  const job = newJob(engine, subject, first, noted?.job);
  return {
    id,
    job,
    changes: [
      { do: 'delete', dataSet: PERSON, key: person.accountId, expected: { epoch: person.epoch } },
      {
        do: 'delete',
        ...standingRef(person.accountId),
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
        role: roleOf(first.askedBy),
        records: job.expected,
        ...(first.reason !== undefined && { reason: first.reason }),
        ...(first.by !== undefined && { by: first.by }),
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

/** Who asked for it first, why, and with which code. */
type FirstAsked = Pick<ErasureAsked, 'askedBy' | 'reason' | 'receiptHash' | 'requestedAt'> &
  Pick<ErasureJob, 'by'>;

const whoAsked = ({ askedBy, by, receiptHash }: FirstAsked) => ({
  askedBy,
  ...(by !== undefined && { by }),
  ...(receiptHash !== undefined && { receiptHash }),
});

function newJob(
  engine: Engine,
  subject: Subject,
  first: FirstAsked,
  noted: ErasureJob | undefined,
): ErasureJob {
  const at = toInstant(engine.now());
  const expected = countsOf(engine, subject);
  return {
    ...whoAsked(first),
    version: (noted?.version ?? 0) + 1,
    state: 'fenced',
    startedAt: noted?.startedAt ?? first.requestedAt ?? at,
    ...((noted ?? first.requestedAt !== undefined) && { begunAt: at }),
    ...(first.requestedAt !== undefined && { decidedAt: at }),
    updatedAt: at,
    subject: subject.person.accountId,
    cohort: subject.standing.cohort,
    expected,
    erased: erasedByFence(engine, expected),
    tries: 0,
    ...(noted?.furtherCodes && { furtherCodes: noted.furtherCodes }),
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

/** The role in the audit log of whoever asked. */
export function roleOf(asker: Asker): AuditRole {
  return asker === 'retention' || asker === 'uninstall' ? 'system' : asker;
}
