import type { Change, Ref } from '../../storage/store';
import { auditChange } from '../audit';
import type { AuditLine } from '../data-sets/audit';
import type { PrivacyRequest, RequestType } from '../data-sets/request';
import type { StandingChange, Subject } from '../person/subject';
import { asFields, groundsOf, saidOf, withoutHint } from '../person/grounds';
import { requestRef } from './requests';

/** With these a person may have the use of their data restricted until the answer (GDPR art. 18(1)(a) and (d)). */
const UNTIL_ANSWERED: readonly RequestType[] = ['correction', 'objection'];
/** Approving these restricts the use. */
const FROM_ANSWER: readonly RequestType[] = ['restriction', 'objection'];

/** Whether approving a request of the type restricts the use: an objection (GDPR art. 21(1)) as much as a restriction. */
export const restrictsWhenApproved = (type: RequestType): boolean => FROM_ANSWER.includes(type);

/** The person's other requests that may want the same restriction, to be read with a request of this type. */
export const othersRestricting = (accountId: string, type: RequestType): Array<Ref<PrivacyRequest>> =>
  UNTIL_ANSWERED.includes(type) || restrictsWhenApproved(type)
    ? UNTIL_ANSWERED.filter((other) => other !== type).map((other) => requestRef(accountId, other))
    : [];

/** Whether another request of the person, still open, is why they restricted the use of their data. */
export function isWantedBy(
  { standing }: Subject,
  others: ReadonlyArray<PrivacyRequest | undefined>,
): boolean {
  const { own } = groundsOf(standing);
  return own !== undefined && others.some((other) => other?.status === 'open' && other.restrictedAt === own);
}

/**
 * What changes about a person when their request is declined, settled or withdrawn: the restriction that it brought ends,
 * unless another of their requests wants it too. No other restriction ends.
 */
export function withoutRestriction(
  subject: Subject,
  { type, restrictedAt }: PrivacyRequest,
  waiting: ReadonlyArray<PrivacyRequest | undefined>,
  now: Date,
  line: Pick<AuditLine, 'role' | 'subject' | 'reason'>,
): { standing: StandingChange; also: Change[] } {
  const { standing } = subject;
  const { own, others = saidOf(standing) } = groundsOf(standing);
  if (own !== undefined && own === restrictedAt && isWantedBy(subject, waiting))
    return { standing: {}, also: [] };
  // In the meantime they may have lifted it and restricted the data again for another reason.
  if (own !== undefined && own === restrictedAt) return lifting(asFields({ others }), others === undefined);
  if (type !== 'erasure' || standing.erasureAskedAt === undefined) return { standing: {}, also: [] };
  const { unsaid, lifts } = withoutHint(standing, 'erasureAskedAt');
  return lifting(unsaid, lifts);

  function lifting(change: StandingChange, lifts: boolean): { standing: StandingChange; also: Change[] } {
    const also = lifts ? [auditChange(now, { event: 'restriction-lifted', ...line })] : [];
    return { standing: change, also };
  }
}
