import type { JobView, MyRequest } from '../../contract';
import type { DataSet } from '../../storage/data-set';
import type { Settings } from '../data-sets/settings';
import type { Engine } from '../engine';
import { startErasure } from '../erasure/start';
import { findErasure } from '../erasure/under-way';
import { Refused } from '../errors';
import { hasActed } from '../person/acting';
import { readSubject, type Subject } from '../person/subject';
import { lawHolds } from '../person/grounds';
import { SETTINGS_REF, selfErasureOf, settingsOf } from '../settings/settings';
import { addDays, toInstant } from '../time';
import { openRequest } from './open';

type SelfErasure = { job: JobView } | { request: MyRequest };

/**
 * What comes of a person's wish to have everything erased: the erasure at once, or a request where administrators decided
 * that they approve it first, a legal duty or claim holds what is kept, or lines of the audit log lead to the person.
 * @param receivedOn the day it is where the person is
 * @throws Refused where nothing is kept about the person
 */
export async function eraseSelf(
  engine: Engine,
  accountId: string,
  receiptHash: string,
  receivedOn: string,
): Promise<SelfErasure> {
  const { subject, rows } = await readSubject(engine, accountId, [SETTINGS_REF]);
  if (!needsApproval(settingsOf(rows[0], engine.now()), subject)) {
    const still = (present: Subject) => !isForOthers(present);
    return {
      job: await startErasure(engine, { accountId, askedBy: 'person', marker: 'erased', receiptHash, still }),
    };
  }
  try {
    return { request: await openRequest(engine, { accountId, type: 'erasure', receiptHash, receivedOn }) };
  } catch (error) {
    const running = error instanceof Refused ? await findErasure(engine, accountId) : undefined;
    if (!running) throw error;
    return { job: running };
  }
}

/** Whether a person's own wish to have everything erased waits for an administrator. */
const needsApproval = (settings: Settings, subject: Subject | undefined): boolean =>
  selfErasureOf(settings) === 'after-approval' || (subject !== undefined && isForOthers(subject));

/** Whether an administrator decides about the erasure, whatever the settings say. */
const isForOthers = (subject: Subject): boolean => lawHolds(subject.standing) || hasActed(subject);

/** Refuses a deletion by the person where a legal duty or claim holds what is kept. @throws Refused */
export function assertNotHeld({ standing }: Subject): void {
  if (lawHolds(standing)) throw heldByLaw();
}

const heldByLaw = (): Refused => new Refused('CONFLICT', 'refused.kept-by-law');

/** Days within which a slip is taken back by oneself, although deleting waits for an approval. */
const SLIP_DAYS = 1;

/** A record that says when it was made, whatever it is about: a day may lie long before that. */
interface Made {
  createdAt: string;
}

/**
 * The instant since which a record must have been made for the person to delete it without asking; nothing where they need
 * not ask.
 */
export function deletableSince(engine: Engine, settings: Settings): string | undefined {
  return selfErasureOf(settings) === 'after-approval'
    ? toInstant(addDays(engine.now(), -SLIP_DAYS))
    : undefined;
}

/**
 * Refuses where a person wants to delete records of theirs one by one that only go after an approval: else what has to be
 * kept could be taken away in pieces. Records that are not there (any more) stand against nothing.
 * @throws Refused before anything is deleted
 */
export async function assertMayDelete(
  engine: Engine,
  settings: Settings,
  dataSet: DataSet<Made>,
  keys: readonly string[],
): Promise<void> {
  if (deletableSince(engine, settings) === undefined) return;
  const rows = await engine.store.getAll(keys.map((key) => ({ dataSet, key })));
  if (waitForApproval(engine, settings, rows)) throw deletionNeedsApproval();
}

/** The same for records that a person corrects alone: a correction can take away as much as a deletion. @throws Refused */
export function assertMayCorrect(engine: Engine, settings: Settings, rows: readonly Made[]): void {
  if (waitForApproval(engine, settings, rows)) throw correctionNeedsApproval();
}

/** Whether one of the records was made too long ago for the person to change it without an approval. */
function waitForApproval(engine: Engine, settings: Settings, rows: ReadonlyArray<Made | undefined>): boolean {
  const since = deletableSince(engine, settings);
  return since !== undefined && rows.some((row) => row && madeAt(row) < since);
}

/** A record of another version that does not say when it was made is as old as can be. */
const madeAt = ({ createdAt }: Partial<Made>): string => createdAt ?? '';

const deletionNeedsApproval = (): Refused => new Refused('CONFLICT', 'refused.deletion-needs-approval');

const correctionNeedsApproval = (): Refused => new Refused('CONFLICT', 'refused.change-needs-approval');
