import type { AccessReason } from '../data-sets/audit';
import { Refused } from '../errors';
import { mustStay, restrictionOf, type Subject } from './standing';

/** What administrators may do with restricted data: what the person asked for, and what the law demands (GDPR art. 18(2)). */
const LEAVES_OPEN: readonly AccessReason[] = ['person-asked', 'legal-duty'];

/** Whether a restriction, if there is one, leaves it open to an administrator to use a person's data for this reason. */
export const isUsableFor = ({ standing }: Pick<Subject, 'standing'>, reason: AccessReason): boolean =>
  restrictionOf(standing) === undefined || LEAVES_OPEN.includes(reason);

/**
 * Whether an administrator may erase a person for this reason. Only what the person or an administrator restricted must
 * stay: what somebody merely said of the account asks for nothing to be kept.
 */
export const isErasableFor = ({ standing }: Pick<Subject, 'standing'>, reason: AccessReason): boolean =>
  !mustStay(standing) || LEAVES_OPEN.includes(reason);

export const onlyAsked = (): Refused =>
  new Refused(
    'CONFLICT',
    'The use of this data is restricted, and your reason does not allow this. Nothing was shown or changed. ' +
      'You may go on only where the person asked for it, or for a legal duty.',
  );
