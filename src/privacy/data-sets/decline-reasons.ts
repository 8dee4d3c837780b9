import type { RequestType } from './request';

/**
 * Why a request is declined: a closed list, from what GDPR art. 11(2), 12(5), 15(4), 17, 18(1), 20(1) and 21(1) leave room
 * for.
 */
export const DECLINE_REASONS = [
  'working-time-law',
  'other-legal-duty',
  'legal-claims',
  'rights-of-others',
  'compelling-grounds',
  'unfounded',
  'data-is-right',
  'still-needed',
  'no-ground',
  'nothing-to-correct',
  'cannot-identify',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

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

/** The reasons that end on a day, since a duty or a claim does. */
const ENDING: readonly DeclineReason[] = ['working-time-law', 'other-legal-duty', 'legal-claims'];

/** Whether the law knows the reason for a request of this kind. Whoever asked in the app was identified by Atlassian. */
export const isReasonFor = (
  reason: DeclineReason,
  { type, madeBy }: { type: RequestType; madeBy?: string },
): boolean => REASONS_OF[type].includes(reason) && (reason !== 'cannot-identify' || madeBy !== undefined);

/** Whether a decline for this reason says until when it holds. */
export const endsOnADay = (reason: DeclineReason): boolean => ENDING.includes(reason);
