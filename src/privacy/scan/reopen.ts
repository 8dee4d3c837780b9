import { StorageRefusedError } from '../../storage/failures';
import { deletionOf } from '../../storage/as-read';
import { MOST_OPERATIONS, type Change } from '../../storage/store';
import type { SeenRow } from '../../storage/whole-store';
import { auditChange } from '../audit';
import { ERASURE_JOB, isEnded, type ErasureJob } from '../data-sets/erasure-job';
import { MARKER, MARKER_DAYS, type Marker } from '../data-sets/marker';
import { randomToken } from '../digest';
import type { Engine } from '../engine';
import { plus } from '../erasure/deletion';
import { nextJob, readJob } from '../erasure/job';
import { INSTALLATION_REF, isClosed, storeOpen } from '../installation';
import { markerKeyOf } from '../person/marker';
import { addDays, toInstant } from '../time';

/** Records that go in the transaction which takes the erasure up: beside the store, the job, the marker and a line. */
const MOST_DELETED = MOST_OPERATIONS - 4;

/**
 * Erases someone again of whom records were found although they have no live row. The erasure that left them is taken up
 * and says so, also in the audit log; where its marker or job has gone, a new one begins. A registration of the same
 * person at the same moment collides with it on the marker. Records that erasures find by an index go at once: an index that
 * does not list them would have every erasure end without them.
 * @param found some of the records, as they were strictly read
 * @returns whether it does: not where an erasure of theirs is under way, or the store is closed and goes as a whole
 */
export async function reopenErasure(
  engine: Engine,
  accountId: string,
  found: readonly SeenRow[],
): Promise<boolean> {
  const [first] = found;
  if (!first) return false;
  const markerKey = await markerKeyOf(engine, accountId);
  const [present, installation] = await engine.store.getAll([
    { dataSet: MARKER, key: markerKey },
    INSTALLATION_REF,
  ]);
  if (isClosed(installation)) return false;
  const marker = present ?? (await newMarker(engine, markerKey));
  const last = await readJob(engine, marker.job);
  if (last && !isEnded(last)) return false;
  engine.log('erasure-reopened', { dataSet: first.dataSet.name });
  // One that ended and names somebody all the same: only its own end takes that out.
  const ended = first.dataSet.name === ERASURE_JOB.name ? first.key : marker.job;
  const job = ended === marker.job ? last : await readJob(engine, ended);
  const id = job ? ended : randomToken();
  const going = found.filter(({ dataSet }) => dataSet.found?.by === 'index').slice(0, MOST_DELETED);
  const again = { accountId, first, going };
  const changes = [
    await storeOpen(engine, installation),
    job ? takeUp(engine, id, job, again) : begin(engine, id, again),
    markAgain(markerKey, marker, id),
    foundAgain(engine, first),
    ...going.map(({ dataSet, key, value }) => deletionOf(dataSet, key, value as object)),
  ];
  try {
    await engine.store.transact(changes);
    await engine.queue.push({ job: 'erasure', id }, 0);
    return true;
  } catch (error) {
    // The person came back, or another delivery took it up: the next pass looks again.
    if (!(error instanceof StorageRefusedError)) throw error;
    return false;
  }
}

/** Of which data set it was; when the erasure ends, its own line says how many there were. */
const foundAgain = (engine: Engine, { dataSet }: SeenRow): Change =>
  auditChange(engine.now(), { event: 'erasure-reopened', role: 'system', records: { [dataSet.name]: 1 } });

/** Whose erasure is taken up, the first of what was found, and what of it goes at once. */
interface Again {
  accountId: string;
  first: SeenRow;
  going: readonly SeenRow[];
}

function takeUp(engine: Engine, id: string, job: ErasureJob, { accountId, first, going }: Again): Change {
  const row = nextJob(engine, job, {
    state: 'deleting',
    begunAt: toInstant(engine.now()),
    subject: accountId,
    cohort: cohortOf(first),
    erased: plus(job.erased, going),
    // The scan was a look, too.
    tries: 1,
    takenUp: undefined,
    problem: 'records-left',
    doneAt: undefined,
    confirmedAt: undefined,
  });
  return { do: 'set', dataSet: ERASURE_JOB, key: id, row, expected: { version: job.version } };
}

/** The cohort in which the person still stood, where that is what was found. */
const cohortOf = (found: SeenRow): string | undefined =>
  found.dataSet.found?.by === 'named-row' ? found.key : undefined;

function begin(engine: Engine, id: string, { accountId, first, going }: Again): Change {
  const cohort = cohortOf(first);
  const at = toInstant(engine.now());
  const row: ErasureJob = {
    version: 1,
    state: 'deleting',
    askedBy: 'retention',
    startedAt: at,
    updatedAt: at,
    subject: accountId,
    ...(cohort !== undefined && { cohort }),
    expected: { [first.dataSet.name]: 1 },
    erased: plus({}, going),
    tries: 1,
    problem: 'records-left',
    mapVersion: engine.mapVersion,
  };
  return { do: 'set', dataSet: ERASURE_JOB, key: id, row, expected: 'new-key' };
}

/** A marker of no erasure yet: two that take up one without a marker at once then collide on it, too. */
function newMarker(engine: Engine, key: string): Promise<Marker> {
  const now = engine.now();
  const endsAt = toInstant(addDays(now, MARKER_DAYS.erased));
  const row: Marker = {
    erasedAt: toInstant(now),
    kind: 'erased',
    endsAt,
    job: randomToken(),
    returns: 0,
  };
  return engine.store.putIfAbsent(MARKER, key, row);
}

function markAgain(key: string, marker: Marker, job: string): Change {
  const { returns } = marker;
  return {
    do: 'set',
    dataSet: MARKER,
    key,
    row: { ...marker, job, returns: returns + 1 },
    expected: { job: marker.job, returns },
  };
}
