import type { NoticeReaders as Shown } from '../../contract';
import type { Stored } from '../../storage/query';
import type { Ref } from '../../storage/store';
import type { Cohort } from '../data-sets/cohort';
import {
  NOTICE_READERS,
  NOTICE_READERS_KEY,
  type NoticeArchive,
  type NoticeReaders,
} from '../data-sets/notice-archive';
import { standingRef } from '../data-sets/registration';
import type { Engine } from '../engine';
import { FRESH_SECONDS, isRecent, nextCohorts, UNDER_WAY_SECONDS } from '../person/figures';
import { goOn, pushOrLog } from '../relay';
import { toInstant } from '../time';
import { changeVersioned } from '../versioned';
import { ARCHIVE_REF, periodsOf } from './archive';

const READERS_REF: Ref<NoticeReaders> = { dataSet: NOTICE_READERS, key: NOTICE_READERS_KEY };

/** A step of a count reads so many cohorts, with a row of each of their members: some 45 units. */
const COHORTS_A_STEP = 4;

/** How many people acknowledged which version of the notice. */
interface Tally {
  readers: Record<string, number>;
  unread: number;
  others: number;
}

/**
 * How many people with data acknowledged which version, as it was last counted; where all of them fit in one cohort, as it is
 * now. Where it was a while ago, it is counted again in the background.
 */
export async function noticeReaders(engine: Engine): Promise<Shown> {
  const [archive, row] = await engine.store.getAll([ARCHIVE_REF, READERS_REF]);
  const counted = row?.at === undefined ? await countOfOne(engine, archive) : asCounted(row);
  if (row?.at === undefined ? !counted : !isRecent(engine, row.at, FRESH_SECONDS))
    await askForCount(engine, row);
  const { readers, ...others } = counted ?? {};
  return {
    versions: periodsOf(archive).map((period) => ({
      ...period,
      ...(readers && { readers: readers[period.version] ?? 0 }),
    })),
    ...others,
  };
}

const asCounted = ({ at, readers = {}, unread = 0, others = 0 }: NoticeReaders) => ({
  readers,
  unread,
  others,
  ...(at !== undefined && { countedAt: at }),
});

/** Where there are more cohorts than one, nothing: they are counted in the background. */
async function countOfOne(engine: Engine, archive: NoticeArchive | undefined): Promise<Tally | undefined> {
  const cohorts = await nextCohorts(engine, undefined, 2);
  return cohorts.length > 1 ? undefined : tallyOf(engine, archive, cohorts, NOBODY);
}

const isUnderWay = (engine: Engine, row: NoticeReaders | undefined): boolean =>
  isRecent(engine, row?.movedAt, UNDER_WAY_SECONDS);

/** The queue may be busy: then whoever looks next has it counted. */
async function askForCount(engine: Engine, row: NoticeReaders | undefined): Promise<void> {
  if (!isUnderWay(engine, row)) await pushOrLog(engine, { job: 'readers' }, 0, 'readers-not-queued');
}

const NOBODY: Tally = { readers: {}, unread: 0, others: 0 };

/** A count that is under way: since when, what it has met, and behind which cohort it goes on. */
interface Count extends Tally {
  beganAt: string;
  after?: string | undefined;
}

/**
 * Counts readers a few cohorts at a time, each few an event of their own. It may come twice, late or be cut off: what was
 * counted so far stands in the row, and a count that does not go on is begun anew.
 */
export async function countReaders(engine: Engine): Promise<void> {
  const [archive, stored] = await engine.store.getAll([ARCHIVE_REF, READERS_REF]);
  const row = stored ?? (await engine.store.putIfAbsent(NOTICE_READERS, NOTICE_READERS_KEY, { version: 1 }));
  const count = countToGoOn(engine, row);
  if (!count) return;
  const { beganAt, after } = count;
  const cohorts = await nextCohorts(engine, after, COHORTS_A_STEP);
  const tally = await tallyOf(engine, archive, cohorts, count);
  const last = cohorts.length === COHORTS_A_STEP ? cohorts.at(-1) : undefined;
  const next = last
    ? rowUnderWay(engine, row, { ...tally, beganAt, after: last.key })
    : { ...tally, at: beganAt };
  const written = await changeVersioned(engine, NOTICE_READERS, NOTICE_READERS_KEY, (present) =>
    present.version === row.version ? next : undefined,
  );
  if (written && last) await goOn(engine, { job: 'readers' }, 0);
}

/** The count under way, or one that begins; nothing where the last is new. */
function countToGoOn(engine: Engine, row: NoticeReaders): Count | undefined {
  const { beganAt, after, readersSoFar = {}, unreadSoFar = 0, othersSoFar = 0 } = row;
  if (beganAt !== undefined && isUnderWay(engine, row))
    return { beganAt, after, readers: readersSoFar, unread: unreadSoFar, others: othersSoFar };
  if (isRecent(engine, row.at, FRESH_SECONDS)) return undefined;
  return { ...NOBODY, beganAt: toInstant(engine.now()) };
}

const rowUnderWay = (
  engine: Engine,
  { at, readers, unread, others }: NoticeReaders,
  { beganAt, after, ...soFar }: Count & { after: string },
): Omit<NoticeReaders, 'version'> => ({
  ...(at !== undefined && { at }),
  ...(readers && { readers }),
  ...(unread !== undefined && { unread }),
  ...(others !== undefined && { others }),
  beganAt,
  after,
  movedAt: toInstant(engine.now()),
  readersSoFar: soFar.readers,
  unreadSoFar: soFar.unread,
  othersSoFar: soFar.others,
});

/** A version may leave the archive while people are counted: who read it counts among the others. */
function withoutForgotten({ readers, unread, others }: Tally, known: ReadonlySet<string>): Tally {
  const entries = Object.entries(readers);
  const forgotten = entries.filter(([version]) => !known.has(version));
  return {
    readers: Object.fromEntries(entries.filter(([version]) => known.has(version))),
    unread,
    others: forgotten.reduce((sum, [, count]) => sum + count, others),
  };
}

/** The tally with the members of these cohorts, as strictly read; each counts in the cohort in which they stand. */
async function tallyOf(
  engine: Engine,
  archive: NoticeArchive | undefined,
  cohorts: ReadonlyArray<Stored<Cohort>>,
  before: Tally,
): Promise<Tally> {
  const known = new Set(archive?.periods.map(({ notice }) => notice));
  const tally = withoutForgotten(before, known);
  const places = new Map(
    cohorts.flatMap(({ key, row }) => row.members.map(({ accountId }) => [accountId, key] as const)),
  );
  const refs = [...places.keys()].map(standingRef);
  for (const { row } of await engine.store.present(refs)) {
    const { accountId, cohort, noticeVersion } = row;
    if (places.get(accountId) !== cohort) continue;
    if (noticeVersion === undefined) tally.unread += 1;
    else if (known.has(noticeVersion)) tally.readers[noticeVersion] = (tally.readers[noticeVersion] ?? 0) + 1;
    else tally.others += 1;
  }
  return tally;
}
