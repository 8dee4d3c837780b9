import type { MyRequest } from '../../contract';
import type { Change } from '../../storage/store';
import { auditChange } from '../audit';
import type { AuditLine } from '../data-sets/audit';
import { REQUEST, type PrivacyRequest, type RequestType } from '../data-sets/request';
import type { Engine } from '../engine';
import { Refused } from '../errors';
import {
  asFields,
  groundsOf,
  saidOf,
  withoutHint,
  type StandingChange,
  type Subject,
} from '../person/standing';
import { writeAbout, type Plan } from '../person/write';
import { takingBack } from '../restriction/take-back';
import { toInstant } from '../time';
import { requestRef, toView } from './requests';

/**
 * Takes a request back that nobody has decided yet.
 * @throws Refused where it is gone or decided
 */
export function withdrawRequest(
  engine: Engine,
  accountId: string,
  which: { type: RequestType; id: string },
): Promise<MyRequest> {
  const now = engine.now();
  const ref = requestRef(accountId, which.type);
  return writeAbout(engine, {
    accountId,
    causedAt: now,
    onSite: true,
    reads: [ref],
    plan: ({ subject, rows: [present] }) => {
      if (!subject || present?.id !== which.id) throw noSuchRequest();
      if (present.status === 'withdrawn') return { done: toView(present) };
      if (present.status !== 'open') throw decidedAlready();
      return planWithdrawal(subject, present, ref.key, now);
    },
  });
}

function planWithdrawal(subject: Subject, present: PrivacyRequest, key: string, now: Date): Plan<MyRequest> {
  const row: PrivacyRequest = { ...present, status: 'withdrawn', decidedAt: toInstant(now) };
  const line = { role: 'person', subject: subject.person.token } as const;
  const answered = withoutRestriction(subject, present, now, line);
  return {
    write: [{ do: 'replace', dataSet: REQUEST, key, row }],
    standing: { ...answered.standing, ...takingBack(subject.standing, now) },
    also: [
      auditChange(now, { event: 'request-withdrawn', request: present.type, ...line }),
      ...answered.also,
    ],
    result: toView(row),
  };
}

const noSuchRequest = (): Refused =>
  new Refused('NOT_FOUND', 'There is no such request any more. Nothing was changed; reload the page.');

const decidedAlready = (): Refused =>
  new Refused(
    'CONFLICT',
    'This request has been decided meanwhile, so it cannot be withdrawn. Reload the page.',
  );

/**
 * What changes about a person when a request is answered otherwise than it asks, or withdrawn: the restriction that it
 * brought ends, and no other.
 */
export function withoutRestriction(
  { standing }: Subject,
  { type, restrictedAt }: PrivacyRequest,
  now: Date,
  line: Pick<AuditLine, 'role' | 'subject' | 'reason'>,
): { standing: StandingChange; also: Change[] } {
  const { own, others = saidOf(standing) } = groundsOf(standing);
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
