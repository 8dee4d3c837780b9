import type { Change } from '../../storage/store';
import { auditChange } from '../audit';
import type { AuditLine } from '../data-sets/audit';
import type { PrivacyRequest } from '../data-sets/request';
import type { StandingChange } from '../person/standing';
import { withoutHint } from '../restriction/hints';
import type { Subject } from '../person/subject';

/**
 * What changes about a person when a request is answered otherwise than it asks, or withdrawn: the restriction that it
 * brought through the webhook ends, and no other.
 */
export function withoutRestriction(
  { standing }: Subject,
  { type }: PrivacyRequest,
  now: Date,
  line: Pick<AuditLine, 'role' | 'subject' | 'reason'>,
): { standing: StandingChange; also: Change[] } {
  if (type !== 'erasure' || standing.erasureAskedAt === undefined) return { standing: {}, also: [] };
  const { unsaid, lifts } = withoutHint(standing, 'erasureAskedAt');
  return {
    standing: unsaid,
    also: lifts ? [auditChange(now, { event: 'restriction-lifted', ...line })] : [],
  };
}
