import type { SaidKey } from '../../contract';
import { isDay } from '../../storage/kinds';
import type { DeclineReason, PrivacyRequest, RequestType } from '../data-sets/request';
import { Refused } from '../errors';
import { addDays, toDay } from '../time';

/** The reasons that the law knows for each kind of request, the usual one first. */
const REASONS_OF: Readonly<Record<RequestType, readonly DeclineReason[]>> = {
  access: ['rights-of-others', 'unfounded', 'cannot-identify'],
  portability: ['no-ground', 'rights-of-others', 'unfounded', 'cannot-identify'],
  erasure: [
    'still-needed',
    'working-time-law',
    'other-legal-duty',
    'legal-claims',
    'unfounded',
    'cannot-identify',
  ],
  correction: ['data-is-right', 'nothing-to-correct', 'unfounded', 'cannot-identify'],
  restriction: ['no-ground', 'unfounded', 'cannot-identify'],
  objection: ['compelling-grounds', 'legal-claims', 'no-ground', 'unfounded', 'cannot-identify'],
};

/** The reasons that hold until a day: a duty or a claim ends. */
const ENDING: readonly DeclineReason[] = ['working-time-law', 'other-legal-duty', 'legal-claims'];

/** Whether the law knows the reason for a request of this kind. People who asked in the app were identified by Atlassian. */
export const isReasonFor = (
  reason: DeclineReason,
  { type, madeBy }: { type: RequestType; madeBy?: string },
): boolean => REASONS_OF[type].includes(reason) && (reason !== 'cannot-identify' || madeBy !== undefined);

/** Whether a decline for this reason says until when it holds. */
export const endsOnADay = (reason: DeclineReason): boolean => ENDING.includes(reason);

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
  if (!isReasonFor(reason, request)) throw wrong('reason', 'refused-admin.decline-reason');
  if (!endsOnADay(reason)) {
    if (keptUntil !== undefined) throw wrong('keptUntil', 'refused-admin.decline-without-end');
    return;
  }
  if (!fits(now, keptUntil)) throw wrong('keptUntil', 'refused-admin.decline-end');
}

const fits = (now: Date, day: string | undefined): boolean =>
  day !== undefined && isDay(day) && day > toDay(now) && day <= toDay(addDays(now, MOST_DECLINED_DAYS));

const wrong = (field: 'reason' | 'keptUntil', says: SaidKey): Refused =>
  new Refused('INVALID', 'refused-admin.not-decided', { [field]: says });
