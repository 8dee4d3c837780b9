import type { Counted, HeldPerson, Restriction, ReviewDays, SaidKey } from '../../contract';
import { auditChange } from '../audit';
import type { AccessReason } from '../data-sets/reasons';
import { STANDING, type Standing } from '../data-sets/registration';
import type { Engine } from '../engine';
import { withoutData } from '../erasure/under-way';
import { Refused } from '../errors';
import { workMs } from '../pace';
import { pagesOf } from '../pages';
import { lawHolds, restrictionOf } from '../person/grounds';
import { writeAbout } from '../person/write';
import { addDays, addMonths, FIRST_INSTANT, toDay, toInstant } from '../time';
import { withChange } from '../versioned';
import { standingsOf } from './hints';

const STANDARD_MONTHS = 6;
const MOST_MONTHS = 12;
/** Before the invocation ends. */
const ENDING_MS = 5000;

/** Between which days a hold that is set or extended now can be reviewed (UTC), and on which where nobody says. */
export function reviewDays(now: Date): ReviewDays {
  const today = toDay(now);
  return {
    first: toDay(addDays(now, 1)),
    standard: addMonths(today, STANDARD_MONTHS),
    last: addMonths(today, MOST_MONTHS),
  };
}

/** @throws Refused with a message for the field, where a hold cannot be reviewed on that day */
export function assertReviewDay(reviewOn: string, now: Date): void {
  const { first, last } = reviewDays(now);
  if (reviewOn >= first && reviewOn <= last) return;
  throw wrongDay('refused-admin.review-day');
}

/** @throws Refused where it is no hold that was asked for, which alone is reviewed */
export function assertNoReviewDay(reviewOn: string | undefined): void {
  if (reviewOn !== undefined) throw wrongDay('refused-admin.no-review-day');
}

const wrongDay = (says: SaidKey): Refused =>
  new Refused('INVALID', 'refused.correct-form', {
    reviewOn: says,
  });

/**
 * Has a hold for a legal duty reviewed on another day: an administrator looked at it, and it still has its reason.
 * @throws Refused where there is no such hold, or the day or the reason cannot be
 */
export async function extendHold(
  engine: Engine,
  accountId: string,
  reason: AccessReason,
  reviewOn: string,
): Promise<Restriction> {
  const now = engine.now();
  if (reason !== 'legal-duty') throw onlyForLegalDuty();
  assertReviewDay(reviewOn, now);
  return writeAbout<Restriction>(engine, {
    accountId,
    causedAt: now,
    reads: [],
    plan: async ({ subject }) => {
      if (!subject) throw await withoutData(engine, accountId);
      const { standing, person } = subject;
      const extended = lawHolds(standing) ? restrictionOf(withChange(standing, { reviewOn })) : undefined;
      if (!extended) throw notHeld();
      if (standing.reviewOn === reviewOn) return { done: extended };
      const line = { role: 'administrator', subject: person.token, reason } as const;
      return {
        write: [],
        standing: { reviewOn },
        also: [auditChange(now, { event: 'restriction-extended', ...line })],
        result: extended,
      };
    },
  });
}

const onlyForLegalDuty = (): Refused => new Refused('CONFLICT', 'refused-admin.extended-for-duty');

const notHeld = (): Refused => new Refused('CONFLICT', 'refused-admin.not-held');

const isDue = (standing: Standing, today: string): boolean =>
  lawHolds(standing) && standing.reviewOn !== undefined && standing.reviewOn <= today;

const listDue = (engine: Engine, now: Date, limit: number) =>
  engine.store.query(STANDING, { index: 'reviewOn', where: { below: toDay(addDays(now, 1)) }, limit });

/** How many holds are due for review, as their index has it: it is only told. */
export async function countDueHolds(engine: Engine, most: number): Promise<Counted> {
  const now = engine.now();
  const listed = await listDue(engine, now, most + 1);
  const least = listed.slice(0, most).filter(({ row }) => isDue(row, toDay(now))).length;
  return { least, ...(listed.length > most && { more: true }) };
}

/** Whose hold is due for review, the one that has waited longest first; each is read again strictly. */
export async function dueHolds(engine: Engine, limit: number): Promise<HeldPerson[]> {
  const now = engine.now();
  const listed = await listDue(engine, now, limit);
  const accountIds = listed.map(({ row }) => row.accountId);
  const standings = await standingsOf(engine, accountIds);
  return [...standings.values()].flatMap((standing) => {
    const { accountId, reviewOn } = standing;
    return reviewOn !== undefined && isDue(standing, toDay(now)) ? [{ accountId, reviewOn }] : [];
  });
}

/**
 * Has every hold reviewed today that has no day for it: earlier versions set none. What does not fit into the time is done
 * by the next run.
 */
export async function dateHolds(engine: Engine): Promise<void> {
  const until = toInstant(engine.now());
  const partition = ['legal-duty'] as const;
  const holds = { index: 'restrictedFor', partition, range: 'restrictedAt', from: FIRST_INSTANT, until };
  for await (const page of pagesOf(engine, STANDING, holds)) {
    for (const { row } of page) {
      if (row.reviewOn !== undefined) continue;
      if (workMs(engine) < ENDING_MS) return;
      await dateHold(engine, row.accountId);
    }
  }
}

function dateHold(engine: Engine, accountId: string): Promise<void> {
  const now = engine.now();
  return writeAbout<undefined>(engine, {
    accountId,
    causedAt: now,
    reads: [],
    plan: ({ subject }) => {
      if (!subject || !lawHolds(subject.standing) || subject.standing.reviewOn !== undefined)
        return { done: undefined };
      return { write: [], standing: { reviewOn: toDay(now) }, result: undefined };
    },
  });
}
