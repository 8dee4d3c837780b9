import type { SaidKey, WhichRequest } from '../../contract';
import type { Ref } from '../../storage/store';
import { auditChange } from '../audit';
import type { AuditEvent } from '../data-sets/audit';
import {
  REQUEST,
  type ObjectionOutcome,
  type PrivacyRequest,
  type RequestStatus,
  type RequestType,
} from '../data-sets/request';
import type { Engine, RecordChange } from '../engine';
import { Refused } from '../errors';
import { isOneself } from '../person/acting';
import type { Subject } from '../person/subject';
import { asFields, groundsOf } from '../person/grounds';
import { writeAbout, type WritePlan } from '../person/write';
import { toInstant } from '../time';
import { carriedOut, correctionFor, type ReadyCorrection } from './correction';
import { assertLawful, type Decline } from './declining';
import { answeredMeanwhile, correctionOf, earlierRef, requestRef, thatOf } from './requests';
import { isWantedBy, othersRestricting, restrictsWhenApproved, withoutRestriction } from './restricting';

/** `outcome`: of an objection, and of nothing else. */
export type Decision =
  { approved: true; outcome?: ObjectionOutcome | undefined } | ({ approved: false } & Decline);

/** A request as it was left, and the stay of the person in which that was. */
export interface ChangedRequest {
  request: PrivacyRequest;
  epoch: string;
}

/**
 * Decides a request. Of two decisions at once one wins, and the other is told so; the same one again changes nothing.
 * An erasure is only approved by it: `eraseApproved` then begins it. A correction is carried out with it.
 * @throws Refused where the request is one's own, gone, withdrawn or decided otherwise, the law does not know the decline, it
 * is not established who asks, or the correction cannot be
 */
export async function decide(
  engine: Engine,
  which: WhichRequest,
  decision: Decision,
): Promise<ChangedRequest> {
  if (isOneself(engine, which.accountId)) throw ownRequest();
  const now = engine.now();
  if (decision.approved) assertOutcome(which.type, decision.outcome);
  const correction = decision.approved ? await correctionFor(engine, which) : undefined;
  const next: NextRequest = (present, subject, others, rows) => {
    if (isAsDecided(present, decision)) return undefined;
    if (present.status !== 'open') throw answeredMeanwhile();
    if (!decision.approved) assertLawful(now, present, decision);
    if (decision.approved && present.identified === 'not-yet') throw whoAsks();
    const event = decision.approved ? 'request-approved' : 'request-declined';
    const made = recorded(present, subject, now, event, decided(present, decision, now));
    if (!decision.approved) return notRestricting(made, present, subject, others, now);
    if (correctionOf(present)) return correcting(made, correction, subject, { others, rows }, now);
    const restricts = restrictsWhenApproved(present.type) && made.row.status === 'done';
    return restricts ? restricting(made, subject, others, now) : made;
  };
  return changeRequest(engine, which, now, next, correction?.refs);
}

/** What a request becomes, with what is written beside it. */
interface RequestChange {
  row: PrivacyRequest;
  also: NonNullable<WritePlan<unknown>['also']>;
  records?: RecordChange[];
  standing?: NonNullable<WritePlan<unknown>['standing']>;
}

/** What becomes of a request, given what else was read; `undefined` leaves it as it is. */
type NextRequest = (
  present: PrivacyRequest,
  subject: Subject,
  others: Others,
  rows: ReadonlyArray<object | undefined>,
) => RequestChange | undefined;

/** The person's other requests on whose restriction this one bears. */
type Others = ReadonlyArray<PrivacyRequest | undefined>;

/** Changes a request in the way of every write about a person, with what else is read for it. */
export function changeRequest(
  engine: Engine,
  which: WhichRequest,
  now: Date,
  next: NextRequest,
  also: readonly Ref[] = [],
): Promise<ChangedRequest> {
  const ref = requestRef(which.accountId, which.type);
  const others = othersRestricting(which.accountId, which.type);
  return writeAbout(engine, {
    accountId: which.accountId,
    causedAt: now,
    reads: [ref, earlierRef(which.accountId, which.id), ...others, ...also],
    plan: ({ subject, rows: [newest, earlier, ...rows] }) => {
      const present = thatOf(which, [newest, earlier]);
      if (!subject || !present) throw goneMeanwhile();
      const { epoch } = subject.person;
      const waiting = rows.slice(0, others.length) as Others;
      const made = next(present, subject, waiting, rows.slice(others.length));
      if (!made) return { done: { request: present, epoch } };
      // Only the newest request of a type can be open: one that moved aside was answered.
      const { row, records = [], ...rest } = made;
      const write: RecordChange[] = [{ do: 'replace', dataSet: REQUEST, key: ref.key, row }, ...records];
      return { write, ...rest, result: { request: row, epoch } };
    },
  });
}

/** The request with these fields, and the line of the audit log that says so. */
export function recorded(
  present: PrivacyRequest,
  subject: Subject,
  now: Date,
  event: AuditEvent,
  fields: Partial<PrivacyRequest>,
): RequestChange {
  // An erasure follows at once, and its moment is known: a line with the token beside it would tell whose others are.
  const named = fields.status !== 'approved' && { subject: subject.person.token };
  const { type: request } = present;
  const { declineReason } = fields;
  const why = declineReason !== undefined && { declineReason };
  const line = auditChange(now, { event, role: 'administrator', request, ...why, ...named });
  return { row: { ...present, ...fields }, also: [line] };
}

function decided(present: PrivacyRequest, decision: Decision, now: Date): Partial<PrivacyRequest> {
  const decidedAt = toInstant(now);
  if (decision.approved) {
    const kept = decision.outcome === 'keep-for-claims' && ({ keptFor: 'legal-claims' } as const);
    return { status: statusOf(present.type, decision.outcome), decidedAt, ...kept };
  }
  const { reason: declineReason, keptUntil } = decision;
  return { status: 'declined', decidedAt, declineReason, ...(keptUntil !== undefined && { keptUntil }) };
}

/** An erasure begins once it was approved; everything else is done with that. */
const statusOf = (type: RequestType, outcome: ObjectionOutcome | undefined): RequestStatus =>
  type === 'erasure' || outcome === 'erase' ? 'approved' : 'done';

function assertOutcome(type: RequestType, outcome: ObjectionOutcome | undefined): void {
  if ((type === 'objection') === (outcome !== undefined)) return;
  const wrong: SaidKey = type === 'objection' ? 'refused-admin.objection-outcome' : 'refused.not-as-expected';
  throw new Refused('INVALID', 'refused-admin.not-decided', { outcome: wrong });
}

function isAsDecided(present: PrivacyRequest, decision: Decision): boolean {
  if (decision.approved) return present.status === statusOf(present.type, decision.outcome);
  const { reason, keptUntil } = decision;
  const same = present.declineReason === reason && present.keptUntil === keptUntil;
  return present.status === 'declined' && same;
}

/**
 * Approving a restriction or an objection is restricting: in the same transaction. Where the person restricts the use
 * already, that is enough, unless it would end with the answer of another request.
 */
function restricting(made: RequestChange, subject: Subject, others: Others, now: Date): RequestChange {
  const isRestricted = groundsOf(subject.standing).own !== undefined;
  if (isRestricted && !isWantedBy(subject, others)) return made;
  const { token } = subject.person;
  const line = auditChange(now, { event: 'restriction-set', role: 'administrator', subject: token });
  return {
    ...made,
    // The person asked for it and may lift it.
    standing: asFields({ ...groundsOf(subject.standing), own: toInstant(now) }),
    also: [...made.also, line],
  };
}

/** Approving a correction carries it out: in the same transaction. */
function correcting(
  made: RequestChange,
  correction: ReadyCorrection | undefined,
  subject: Subject,
  { others, rows }: { others: Others; rows: ReadonlyArray<object | undefined> },
  now: Date,
): RequestChange {
  // It was not open when what it rests on was read.
  if (!correction) throw answeredMeanwhile();
  const { records, also } = carriedOut(correction, subject, rows, now);
  // What was to be checked is settled.
  const line = { role: 'administrator', subject: subject.person.token } as const;
  const answered = withoutRestriction(subject, made.row, others, now, line);
  return { ...made, records, standing: answered.standing, also: [...made.also, ...also, ...answered.also] };
}

/** Declining takes back the restriction that the request brought. */
function notRestricting(
  made: RequestChange,
  present: PrivacyRequest,
  subject: Subject,
  others: Others,
  now: Date,
): RequestChange {
  const line = { role: 'administrator', subject: subject.person.token } as const;
  const { standing, also } = withoutRestriction(subject, present, others, now, line);
  return { ...made, standing, also: [...made.also, ...also] };
}

/** GDPR art. 12(6): else a letter in somebody's name would do with their data what it says. */
const whoAsks = (): Refused => new Refused('CONFLICT', 'refused-admin.who-asks');

/** Nobody decides on what they asked for themselves. */
const ownRequest = (): Refused => new Refused('CONFLICT', 'refused-admin.own-request');

const goneMeanwhile = (): Refused => new Refused('NOT_FOUND', 'refused-admin.request-gone');
