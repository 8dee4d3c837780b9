import type { JobView } from '../../contract';
import type { Change, Ref } from '../../storage/store';
import type { ErasureReason } from '../data-sets/reasons';
import { ERASURE_JOB, type ErasureJob } from '../data-sets/erasure-job';
import type { Installation } from '../data-sets/installation';
import type { Engine } from '../engine';
import { INSTALLATION_REF, storeOpen } from '../installation';
import { persistently } from '../persistently';
import { isOneself, notOneself } from '../person/acting';
import { isErasableFor, onlyAsked } from '../person/leaves-open';
import { countsOf, readSubject, subjectRefs, subjectsIn, type Subject } from '../person/subject';
import { changesAbout } from '../person/write';
import { pepperOf } from '../sealing';
import { toInstant } from '../time';
import { notedId, type JobAsRead } from './job';
import { eraseIfStill, queueErasure } from './start';
import { runningErasure, withCode } from './under-way';

/** Somebody to be erased, with the digest of the hash of a receipt code of their own. */
interface Wish {
  accountId: string;
  receiptHash: string;
}

/** What came of a wish: the erasure, or why there is none. */
type Noted = { accountId: string } & ({ job: JobView } | { error: unknown });

/** In the place of an erasure's ID: the use of the data is restricted, and the reason does not allow it. */
const RESTRICTED = Symbol('restricted');

/** Wishes that one transaction notes: with each go the live and the standing row, and with all the check of the store. */
const AT_ONCE = 8;

/**
 * Notes that people are to be erased, and has the queue begin each erasure: so many at once would meet in the same cohorts
 * for longer than an administrator's call may take. None is stopped by another, and nobody notes themselves.
 */
export async function noteErasures(
  engine: Engine,
  wishes: readonly Wish[],
  reason: ErasureReason,
): Promise<Noted[]> {
  const others = wishes.filter(({ accountId }) => !isOneself(engine, accountId));
  const noted = wishes
    .filter((wish) => !others.includes(wish))
    .map(({ accountId }): Noted => ({ accountId, error: notOneself() }));
  for (let at = 0; at < others.length; at += AT_ONCE) {
    noted.push(...(await noteTogether(engine, others.slice(at, at + AT_ONCE), reason)));
  }
  return noted;
}

async function noteTogether(
  engine: Engine,
  wishes: readonly Wish[],
  reason: ErasureReason,
): Promise<Noted[]> {
  try {
    const ids = await persistently(engine, () => noteHeld(engine, wishes, reason));
    const noted: Noted[] = [];
    for (const wish of wishes) {
      const id = ids.get(wish.accountId);
      noted.push(
        id === RESTRICTED
          ? { accountId: wish.accountId, error: onlyAsked() }
          : await answerOf(engine, wish, id),
      );
    }
    return noted;
  } catch (error) {
    return wishes.map(({ accountId }) => ({ accountId, error }));
  }
}

/** Hands the erasure to the queue, with the code of who asked; of somebody who is not held, the one that runs already. */
async function answerOf(engine: Engine, wish: Wish, id: string | undefined): Promise<Noted> {
  const { accountId, receiptHash } = wish;
  try {
    const noted = id === undefined ? undefined : await withCode(engine, id, receiptHash);
    if (noted) await queueErasure(engine, noted.id);
    return { accountId, job: noted ?? (await runningErasure(engine, wish)) };
  } catch (error) {
    return { accountId, error };
  }
}

/**
 * Notes those of the wishes that are not noted yet; gives the erasure of each who is held. The standing row moves on with a
 * note: of two who note one person at once, the other finds the note and adds a code to it. Whoever is restricted, so that the
 * reason does not allow it, stays.
 */
async function noteHeld(
  engine: Engine,
  wishes: readonly Wish[],
  reason: ErasureReason,
): Promise<Map<string, string | typeof RESTRICTED>> {
  const pepper = await pepperOf(engine);
  const { subjects, installation } = await readSubjects(engine, wishes);
  const erasable = subjects.filter((subject) => isErasableFor(subject, reason));
  const ids = new Map(erasable.map(({ person }) => [person.accountId, notedId(pepper, person)]));
  const refs = [...ids.values()].map((key): Ref => ({ dataSet: ERASURE_JOB, key }));
  const present = new Set((await engine.store.present(refs)).map(({ key }) => key));
  const by = present.size < ids.size ? await engine.acting?.token() : undefined;
  const hashes = new Map(wishes.map(({ accountId, receiptHash }) => [accountId, receiptHash]));
  const changes = erasable.flatMap((subject): Change[] => {
    const { accountId } = subject.person;
    const [key, receiptHash] = [ids.get(accountId), hashes.get(accountId)];
    if (key === undefined || receiptHash === undefined || present.has(key)) return [];
    const row = wishRow(engine, subject, { reason, receiptHash, by });
    const note = { do: 'set', dataSet: ERASURE_JOB, key, row, expected: 'guarded' } as const;
    return changesAbout(engine, subject, { write: [], also: [note], result: undefined });
  });
  if (changes.length > 0) await engine.store.transact([await storeOpen(engine, installation), ...changes]);
  const restricted = subjects.filter((subject) => !erasable.includes(subject));
  return new Map<string, string | typeof RESTRICTED>([
    ...ids,
    ...restricted.map(({ person }) => [person.accountId, RESTRICTED] as const),
  ]);
}

async function readSubjects(
  engine: Engine,
  wishes: readonly Wish[],
): Promise<{ subjects: Subject[]; installation: Installation | undefined }> {
  const accountIds = [...new Set(wishes.map(({ accountId }) => accountId))];
  const [installation, ...rows] = await engine.store.getAll([INSTALLATION_REF, ...subjectRefs(accountIds)]);
  return { subjects: subjectsIn(rows), installation };
}

function wishRow(
  engine: Engine,
  subject: Subject,
  { reason, receiptHash, by }: { reason: ErasureReason; receiptHash: string; by: string | undefined },
): ErasureJob {
  const at = toInstant(engine.now());
  return {
    version: 1,
    state: 'asked',
    askedBy: 'administrator',
    ...(by !== undefined && { by }),
    reason,
    startedAt: at,
    updatedAt: at,
    subject: subject.person.accountId,
    expected: countsOf(engine, subject),
    erased: {},
    tries: 0,
    receiptHash,
    mapVersion: engine.mapVersion,
  };
}

/**
 * Begins an erasure that was noted. Where the person is gone, came back since, or is restricted since so that the reason
 * does not allow it, there is nothing to begin, and the note goes.
 */
export async function beginNoted(engine: Engine, { id, job }: JobAsRead, accountId: string): Promise<void> {
  const { subject } = await readSubject(engine, accountId);
  const stay = subject?.person;
  if (stay && notedId(await pepperOf(engine), stay) === id) {
    const begun = await eraseIfStill(engine, {
      accountId,
      askedBy: 'administrator',
      marker: 'erased',
      stay: stay.epoch,
      still: (now) => job.reason === undefined || isErasableFor(now, job.reason),
    });
    if (begun?.id === id) return;
  }
  await engine.store.deleteAsRead([{ dataSet: ERASURE_JOB, key: id, row: job }]);
}
