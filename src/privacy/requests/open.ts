import type { MyRequest } from '../../contract';
import type { Change } from '../../storage/store';
import { auditChange } from '../audit';
import {
  REQUEST,
  type IdentityCheck,
  type PrivacyRequest,
  type RequestMaker,
  type RequestType,
} from '../data-sets/request';
import { randomToken } from '../digest';
import type { Correction, Engine, RecordChange } from '../engine';
import { withoutData } from '../erasure/under-way';
import { Refused } from '../errors';
import type { StandingChange, Subject } from '../person/subject';
import { asFields, groundsOf, withHint } from '../person/grounds';
import { writeAbout, type Plan } from '../person/write';
import { toInstant } from '../time';
import { withChange } from '../versioned';
import { assertCorrects, readyCorrection } from './correction';
import { dueOn, dueRange, receivedOn } from './deadlines';
import { correctionOf, earlierRef, requestRef, toView } from './requests';
import { isWantedBy, othersRestricting } from './restricting';

interface RequestToMake {
  accountId: string;
  type: RequestType;
  /** Digest of what the person's browser made of the receipt code, where an erasure is asked for. */
  receiptHash?: string | undefined;
  /** When the organisation had it, where that was before now: from then the time to answer runs. */
  receivedAt?: string;
  /** On which day that was where the person is; in UTC when not said, which in Europe is never a later day. */
  receivedOn?: string | undefined;
  /** The person when not said. */
  madeBy?: RequestMaker;
  /** How an administrator who enters it knows who asked. */
  identified?: IdentityCheck;
  /** Whether the use of the data is restricted until it is answered (GDPR art. 18(1)(a) and (d)). */
  restricts?: boolean;
  /** What is right, where a correction is asked for. */
  correction?: Correction;
}

/**
 * Makes a request of a person who has data here.
 * @throws Refused where nothing is kept about the person, another correction waits, or the correction could not be made
 */
export async function openRequest(engine: Engine, asked: RequestToMake): Promise<MyRequest> {
  const now = engine.now();
  const { accountId, type } = asked;
  const correction = asked.correction && (await readyCorrection(engine, accountId, asked.correction));
  const plan = requestPlanner(asked, now);
  const others = asked.restricts ? othersRestricting(accountId, type) : [];
  return writeAbout<MyRequest>(engine, {
    accountId,
    causedAt: now,
    onSite: asked.madeBy === undefined,
    reads: [requestRef(accountId, type), ...others, ...(correction?.refs ?? [])],
    plan: async ({ subject, rows: [first, ...rows] }) => {
      if (!subject)
        throw await withoutData(engine, accountId, asked.madeBy && 'refused-admin.nothing-stored-tell');
      const present = first as PrivacyRequest | undefined;
      if (correction && !(present && isPending(present)))
        assertCorrects(correction, rows.slice(others.length), now);
      return plan(subject, present, rows.slice(0, others.length) as Others);
    },
  });
}

/** Requests of other types that may restrict the use, too. */
type Others = ReadonlyArray<PrivacyRequest | undefined>;

/**
 * What making the request comes to, for a person as they were read. Where one of the type waits already, that one is given:
 * an erasure that the person asks for again takes the newer receipt code, and what the webhook handed in becomes theirs.
 * Of a correction only the same one is given. Where the last of the type was answered, it moves aside in the same transaction.
 * An erasure that the webhook hands in restricts the use until it is answered, in the same transaction.
 */
export function requestPlanner(
  asked: RequestToMake,
  now: Date,
): (subject: Subject, present: PrivacyRequest | undefined, others?: Others) => Plan<MyRequest> {
  const fresh = newRequest(earlier(toInstant(now), asked.receivedAt), asked);
  const { key } = requestRef(asked.accountId, asked.type);
  return (subject, present, others = []) => {
    const waits = present !== undefined && isPending(present);
    const made = waits ? askedAgain(present, asked) : fresh;
    const { row, meanwhile } = restricting(asked, made, { subject, others, now });
    const hint = restricts(asked, subject)
      ? withHint(subject.standing, 'erasureAskedAt', now, fresh.receivedAt)
      : undefined;
    if (row === present && !hint) return { done: toView(row) };
    const written: RecordChange = { do: present ? 'replace' : 'add', dataSet: REQUEST, key, row };
    return {
      write: row === present ? [] : [...(waits ? [] : movedAside(present)), written],
      standing: { ...hint?.said, ...meanwhile },
      also: linesOf(subject, now, asked, { opened: !waits, restricted: restrictsNow(meanwhile, hint) }),
      result: toView(row),
    };
  };
}

/** The answer of a request that somebody gave stays readable. What was withdrawn has none, and makes room. */
function movedAside(present: PrivacyRequest | undefined): RecordChange[] {
  if (!present || present.status === 'withdrawn') return [];
  const { key } = earlierRef(present.accountId, present.id);
  return [{ do: 'add', dataSet: REQUEST, key, row: present }];
}

const restrictsNow = (
  meanwhile: StandingChange | undefined,
  hint: { restricts: boolean } | undefined,
): boolean => meanwhile !== undefined || hint?.restricts === true;

/**
 * The request with since when it restricts the use, where the person wants that, and what changes about them: nothing where
 * they restrict it already. What another request began ends with the last answer then.
 */
function restricting(
  { restricts: wanted }: RequestToMake,
  made: PrivacyRequest,
  { subject, others, now }: { subject: Subject; others: Others; now: Date },
): { row: PrivacyRequest; meanwhile?: StandingChange } {
  if (!wanted || made.status !== 'open') return { row: made };
  const grounds = groundsOf(subject.standing);
  const { own: restrictedAt = toInstant(now) } = grounds;
  const row = { ...made, restrictedAt };
  if (grounds.own === undefined) return { row, meanwhile: asFields({ ...grounds, own: restrictedAt }) };
  return { row: made.restrictedAt !== restrictedAt && isWantedBy(subject, others) ? row : made };
}

const earlier = (now: string, receivedAt = now): string => (receivedAt < now ? receivedAt : now);

const isPending = ({ status }: PrivacyRequest): boolean => status === 'open' || status === 'approved';

/** Its word restricts, and once is enough. */
const restricts = ({ type, madeBy }: RequestToMake, { standing }: Subject): boolean =>
  type === 'erasure' && madeBy === 'webhook' && standing.erasureAskedAt === undefined;

function askedAgain(
  present: PrivacyRequest,
  { madeBy, identified, receiptHash = present.receiptHash, correction }: RequestToMake,
): PrivacyRequest {
  if (correction && !isSame(correction, correctionOf(present))) throw anotherWaits();
  const isTheirs = present.madeBy === undefined && receiptHash === present.receiptHash;
  // Who asks by letter may be established later.
  const isEstablished = identified !== undefined && identified !== 'not-yet';
  if (isEstablished && present.identified === 'not-yet') return { ...present, identified };
  if (madeBy !== undefined || isTheirs) return present;
  return withChange(present, { madeBy: undefined, identified: undefined, receiptHash });
}

/** What an administrator looks at must not become another correction under their hands. */
const isSame = (wanted: Correction, waiting: Correction | undefined): boolean =>
  wanted.record === waiting?.record && wanted.day === waiting.day && wanted.seconds === waiting.seconds;

const anotherWaits = (): Refused => new Refused('CONFLICT', 'refused.correction-open');

function linesOf(
  { person }: Subject,
  now: Date,
  { madeBy, type: request }: RequestToMake,
  { opened, restricted }: { opened: boolean; restricted: boolean },
): Change[] {
  const line = { role: madeBy ?? 'person', subject: person.token } as const;
  return [
    ...(opened ? [auditChange(now, { event: 'request-opened', request, ...line })] : []),
    ...(restricted ? [auditChange(now, { event: 'restriction-set', ...line })] : []),
  ];
}

function newRequest(
  receivedAt: string,
  { accountId, type, madeBy, identified, receiptHash, correction, receivedOn: day }: RequestToMake,
): PrivacyRequest {
  const id = randomToken();
  const on = receivedOn({ receivedAt, ...(day !== undefined && { receivedOn: day }) });
  return {
    accountId,
    type,
    id,
    status: 'open',
    ...(madeBy !== undefined && { madeBy }),
    ...(identified !== undefined && { identified }),
    receivedAt,
    receivedOn: on,
    due: dueRange(dueOn(on), id),
    ...(receiptHash !== undefined && { receiptHash }),
    ...correction,
  };
}
