import type { AccessReason, AuditReason } from '../data-sets/reasons';
import { Refused } from '../errors';
import type { Subject } from './subject';
import { mustStay, restrictionOf } from './grounds';

/**
 * What administrators may do with restricted data: what the person asked for, and what the law demands (GDPR art. 18(2)).
 * Unlawful processing is no such reason: whoever restricts may oppose the erasure and want just that (art. 18(1)(b)). Nor is
 * an objection: one that waits restricts (art. 18(1)(d)), and approving it erases without coming by here.
 */
const LEAVES_OPEN: readonly AuditReason[] = ['person-asked', 'legal-duty'];

/** Whether a restriction, if there is one, leaves it open to an administrator to use a person's data for this reason. */
export const isUsableFor = ({ standing }: Pick<Subject, 'standing'>, reason: AccessReason): boolean =>
  restrictionOf(standing) === undefined || LEAVES_OPEN.includes(reason);

/**
 * Whether an administrator may erase a person for this reason. Only what the person or an administrator restricted must
 * stay: what somebody merely said of the account asks for nothing to be kept.
 */
export const isErasableFor = ({ standing }: Pick<Subject, 'standing'>, reason: AuditReason): boolean =>
  !mustStay(standing) || LEAVES_OPEN.includes(reason);

/** Refuses a use that the restriction leaves open only for other reasons. */
export const onlyAsked = (): Refused => new Refused('CONFLICT', 'refused-admin.reason-not-enough');
