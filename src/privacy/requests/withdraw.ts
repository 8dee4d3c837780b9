import type { MyRequest } from '../../contract';
import { auditChange } from '../audit';
import { REQUEST, type PrivacyRequest, type RequestType } from '../data-sets/request';
import type { Engine } from '../engine';
import { Refused } from '../errors';
import type { Subject } from '../person/subject';
import { writeAbout, type Plan } from '../person/write';
import { takingBack } from '../restriction/restriction';
import { toInstant } from '../time';
import { answeredMeanwhile, earlierRef, requestRef, thatOf, toView } from './requests';
import { othersRestricting, withoutRestriction } from './restricting';

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
    reads: [ref, earlierRef(accountId, which.id), ...othersRestricting(accountId, which.type)],
    plan: ({ subject, rows: [newest, earlier, ...others] }) => {
      const present = thatOf(which, [newest, earlier]);
      if (!subject || !present) throw noSuchRequest();
      if (present.status === 'withdrawn') return { done: toView(present) };
      if (present.status !== 'open') throw answeredMeanwhile();
      return planWithdrawal(subject, present, others, now);
    },
  });
}

function planWithdrawal(
  subject: Subject,
  present: PrivacyRequest,
  others: ReadonlyArray<PrivacyRequest | undefined>,
  now: Date,
): Plan<MyRequest> {
  const { key } = requestRef(present.accountId, present.type);
  const row: PrivacyRequest = { ...present, status: 'withdrawn', decidedAt: toInstant(now) };
  const line = { role: 'person', subject: subject.person.token } as const;
  const answered = withoutRestriction(subject, present, others, now, line);
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

const noSuchRequest = (): Refused => new Refused('NOT_FOUND', 'refused.request-gone');
