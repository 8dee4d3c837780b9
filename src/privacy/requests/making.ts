import type { MyRequest } from '../../contract';
import { auditChange } from '../audit';
import { REQUEST, type PrivacyRequest, type RequestType } from '../data-sets/request';
import { randomToken } from '../digest';
import type { Engine } from '../engine';
import { Refused } from '../refused';
import { toInstant } from '../time';
import { writeAbout, type Plan } from '../writing';
import type { Subject } from '../subjects';
import { dueAfter } from './months';
import { dueRange, requestRef, toView } from './requests';

export interface RequestToMake {
  accountId: string;
  type: RequestType;
  /** Digest of what the person's browser made of the receipt code, where an erasure is asked for. */
  receiptHash?: string | undefined;
  /** When the organisation had it, where that was before now: from then the time to answer runs. */
  receivedAt?: string;
  /** The person when not said. */
  madeBy?: 'person' | 'webhook';
}

/**
 * Makes a request of a person who has data here. Where one of the type waits already, that one is given; an erasure that
 * is asked for again takes the newer receipt code.
 * @throws Refused where nothing is kept about the person
 */
export function openRequest(engine: Engine, asked: RequestToMake): Promise<MyRequest> {
  const now = engine.now();
  const { key } = requestRef(asked.accountId, asked.type);
  const role = asked.madeBy ?? 'person';
  const fresh = newRequest(earlier(toInstant(now), asked.receivedAt), asked);
  return writeAbout<MyRequest>(engine, {
    accountId: asked.accountId,
    causedAt: now,
    registers: false,
    onSite: role === 'person',
    reads: [requestRef(asked.accountId, asked.type)],
    plan: ({ subject, rows }) => {
      if (!subject) throw nothingKept();
      const present = rows[0] as PrivacyRequest | undefined;
      if (present && isPending(present)) return planAgain(present, key, asked.receiptHash);
      return {
        write: [{ do: present ? 'replace' : 'add', dataSet: REQUEST, key, row: fresh }],
        also: [auditChange(now, { event: 'request-opened', role, subject: subject.person.token })],
        result: toView(fresh),
      };
    },
  });
}

const earlier = (now: string, receivedAt = now): string => (receivedAt < now ? receivedAt : now);

const isPending = ({ status }: PrivacyRequest): boolean => status === 'open' || status === 'approved';

function planAgain(present: PrivacyRequest, key: string, receiptHash: string | undefined): Plan<MyRequest> {
  const same = receiptHash === undefined || receiptHash === present.receiptHash;
  if (same) return { done: toView(present) };
  const row: PrivacyRequest = { ...present, receiptHash };
  return { write: [{ do: 'replace', dataSet: REQUEST, key, row }], result: toView(row) };
}

function newRequest(receivedAt: string, { accountId, type, receiptHash }: RequestToMake): PrivacyRequest {
  const id = randomToken();
  return {
    accountId,
    type,
    id,
    status: 'open',
    receivedAt,
    due: dueRange(dueAfter(receivedAt), id),
    ...(receiptHash !== undefined && { receiptHash }),
  };
}

const nothingKept = (): Refused =>
  new Refused('NOT_FOUND', 'Nothing is kept about you, so there is nothing to ask for. Nothing was noted.');

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
  return writeAbout<MyRequest>(engine, {
    accountId,
    causedAt: now,
    registers: false,
    onSite: true,
    reads: [ref],
    plan: ({ subject, rows }) => {
      const present = rows[0] as PrivacyRequest | undefined;
      if (!subject || present?.id !== which.id) throw noSuchRequest();
      if (present.status === 'withdrawn') return { done: toView(present) };
      if (present.status !== 'open') throw decidedAlready();
      return planWithdrawal(subject, present, ref.key, now);
    },
  });
}

function planWithdrawal(subject: Subject, present: PrivacyRequest, key: string, now: Date): Plan<MyRequest> {
  const row: PrivacyRequest = { ...present, status: 'withdrawn', decidedAt: toInstant(now) };
  return {
    write: [{ do: 'replace', dataSet: REQUEST, key, row }],
    also: [auditChange(now, { event: 'request-withdrawn', role: 'person', subject: subject.person.token })],
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
