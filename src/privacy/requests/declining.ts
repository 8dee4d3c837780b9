import { isDay } from '../../storage/kinds';
import { endsOnADay, isReasonFor, type DeclineReason } from '../data-sets/decline-reasons';
import type { PrivacyRequest } from '../data-sets/request';
import { Refused } from '../errors';
import { addDays, toDay } from '../time';

/** `keptUntil`: the last day for which it holds, where the reason ends on a day. */
export interface Decline {
  reason: DeclineReason;
  keptUntil?: string | undefined;
}

/** The longest that a refusal may hold: what the longest of retention duties takes. */
const MOST_DECLINED_DAYS = 3660;

/**
 * Refuses a decline that the law does not know: with a reason of another kind of request, without the end date that its
 * reason needs, or with one that it has not.
 * @throws Refused
 */
export function assertLawful(
  now: Date,
  request: Pick<PrivacyRequest, 'type' | 'madeBy'>,
  { reason, keptUntil }: Decline,
): void {
  if (!isReasonFor(reason, request))
    throw wrong('reason', 'The law does not know this reason for this request.');
  if (!endsOnADay(reason)) {
    if (keptUntil !== undefined) throw wrong('keptUntil', 'A decline for this reason has no end date.');
    return;
  }
  if (!fits(now, keptUntil))
    throw wrong('keptUntil', 'Give a day after today, and within the next ten years.');
}

const fits = (now: Date, day: string | undefined): boolean =>
  day !== undefined && isDay(day) && day > toDay(now) && day <= toDay(addDays(now, MOST_DECLINED_DAYS));

const wrong = (field: 'reason' | 'keptUntil', words: string): Refused =>
  new Refused(
    'INVALID',
    'The request cannot be declined like this. Nothing was decided; correct it and try again.',
    {
      [field]: words,
    },
  );
