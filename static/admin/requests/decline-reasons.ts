import type { DeclineReason, MyRequest, RequestType } from '../../../src/contract';

/** The reasons that the law knows for each kind of request, the usual one first; the app refuses the others. */
const reasonsOf: Record<RequestType, readonly DeclineReason[]> = {
  access: ['rights-of-others', 'unfounded'],
  portability: ['no-ground', 'rights-of-others', 'unfounded'],
  erasure: ['still-needed', 'working-time-law', 'other-legal-duty', 'legal-claims', 'unfounded'],
  correction: ['data-is-right', 'nothing-to-correct', 'unfounded'],
  restriction: ['no-ground', 'unfounded'],
  objection: ['compelling-grounds', 'legal-claims', 'no-ground', 'unfounded'],
};

/** What can be chosen to decline a request. Whoever asked in the app was identified by Atlassian. */
export const declineReasonsFor = ({
  type,
  madeBy,
}: Pick<MyRequest, 'type' | 'madeBy'>): readonly DeclineReason[] =>
  madeBy === undefined ? reasonsOf[type] : [...reasonsOf[type], 'cannot-identify'];

const ending: readonly DeclineReason[] = ['working-time-law', 'other-legal-duty', 'legal-claims'];

/** Whether a decline for this reason says until when it holds, since a duty or a claim ends. */
export const hasEndDate = (reason: DeclineReason): boolean => ending.includes(reason);
