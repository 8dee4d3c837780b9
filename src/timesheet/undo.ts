import * as v from 'valibot';
import type { Entry } from '../contract';
import type { Engine } from '../privacy/engine';
import { Refused } from '../privacy/errors';
import type { Subject } from '../privacy/person/subject';
import { assertMayCorrect } from '../privacy/requests/own-deletion';
import { pepperOf, seal, unseal } from '../privacy/sealing';
import { addSeconds, toInstant } from '../privacy/time';
import { isAsRead } from '../storage/as-read';
import { isInstant } from '../storage/kinds';
import { understood } from '../storage/understand';
import { idOf } from './entries';
import { changedMeanwhile, entryGone, PUT_AT_ONCE, putEntries, type PutResult } from './put-entries';
import { TIME_ENTRY, type TimeEntry } from './time-entry';

/** Entries that can be put back in one act. */
export const MOST_UNDONE = 20;
/** For how long the app takes it; the page offers it for less. */
const SECONDS_TO_UNDO = 120;
const PURPOSE = 'undo';

/** The entries as they stand again. */
interface PutBack extends Pick<PutResult, 'subject' | 'settings'> {
  entries: Entry[];
}

/** An entry as it stood, and what a correction left in its place; nothing where it was deleted. */
interface Former {
  key: string;
  row: TimeEntry;
  left?: TimeEntry | undefined;
}

const entry = v.custom<TimeEntry>(isObject);
const UNDO = v.strictObject({
  accountId: v.string(),
  epoch: v.string(),
  until: v.custom<string>(isInstant),
  entries: v.array(v.strictObject({ key: v.string(), row: entry, left: v.optional(entry) })),
});

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/**
 * What a browser hands back to have a person's entries as they stood: sealed, so nothing of it can be made up, and held by
 * nobody but the page that was told. It is good for this stay of the person, and for two minutes.
 */
export async function undoOf(
  engine: Engine,
  { person }: Subject,
  entries: readonly Former[],
): Promise<string> {
  const { accountId, epoch } = person;
  const until = toInstant(addSeconds(engine.now(), SECONDS_TO_UNDO));
  const stood = entries.map(({ key, row, left }) => ({ key, row, left }));
  return seal(await pepperOf(engine), PURPOSE, { accountId, epoch, until, entries: stood });
}

/**
 * Puts entries of the person back as they stood: with the ID they had, on the day they had, and so with its end. It can come twice.
 * @throws Refused where it is too late, was not given to this person, or a day would have more than 24 hours
 */
export async function undo(engine: Engine, accountId: string, sealed: string): Promise<PutBack> {
  const wanted = v.safeParse(UNDO, unseal(await pepperOf(engine), PURPOSE, sealed));
  const isGood = wanted.success && wanted.output.accountId === accountId;
  if (!isGood || wanted.output.until < toInstant(engine.now())) throw tooLate();
  const { entries } = wanted.output;
  const back: PutBack[] = [];
  for (let at = 0; at < entries.length; at += PUT_AT_ONCE) {
    const some = { ...wanted.output, entries: entries.slice(at, at + PUT_AT_ONCE) };
    try {
      back.push(await putBack(engine, some));
    } catch (error) {
      throw error instanceof Refused && back.length > 0 ? partly() : error;
    }
  }
  const last = back.at(-1);
  if (!last) throw tooLate();
  return { ...last, entries: back.flatMap((one) => one.entries) };
}

async function putBack(
  engine: Engine,
  { accountId, epoch, entries }: v.InferOutput<typeof UNDO>,
): Promise<PutBack> {
  const former = new Map(entries.map((one) => [idOf(one.key, accountId), one]));
  const { stood, subject, settings } = await putEntries(engine, {
    accountId,
    epoch,
    ids: [...former.keys()],
    onSite: true,
    row: (id, present) => rowOf(engine, former.get(id), present),
    check: (present, ofSite) => {
      assertMayCorrect(engine, ofSite, present);
    },
  });
  return { entries: stood.map(({ entry }) => entry), subject, settings };
}

/** What was put back already stays, and so does what somebody corrected since. */
function rowOf(engine: Engine, former: Former | undefined, present: TimeEntry | undefined): TimeEntry {
  if (!former || (former.left && !present)) throw entryGone();
  // Another version may have written it, as with any row that is read.
  const row = understood(engine.store.map, TIME_ENTRY, former.key, former.row) as TimeEntry;
  if (!former.left || !present) return present ?? row;
  if (![former.left, row].some((one) => isAsRead(TIME_ENTRY, one, present))) throw changedMeanwhile();
  return row;
}

const tooLate = (): Refused => new Refused('CONFLICT', 'refused.undo-too-late');

const partly = (): Refused => new Refused('CONFLICT', 'refused.undo-partly');
