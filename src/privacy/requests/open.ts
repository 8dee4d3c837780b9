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
import type { Correction, Engine } from '../engine';
import { withoutData } from '../erasure/under-way';
import { Refused } from '../errors';
import { asFields, groundsOf, withHint, type StandingChange, type Subject } from '../person/standing';
import { writeAbout, type Plan } from '../person/write';
import { toInstant } from '../time';
import { withChange } from '../versioned';
import { assertCorrects, readyCorrection } from './correction';
import { dueOn } from './deadlines';
import { correctionOf, dueRange, receivedOn, requestRef, toView } from './requests';

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
  return writeAbout<MyRequest>(engine, {
    accountId,
    causedAt: now,
    onSite: asked.madeBy === undefined,
    reads: [requestRef(accountId, type), ...(correction?.refs ?? [])],
    plan: async ({ subject, rows: [first, ...rows] }) => {
      if (!subject)
        throw await withoutData(engine, accountId, asked.madeBy ? NOTHING_HELD : NOTHING_TO_ASK_FOR);
      const present = first as PrivacyRequest | undefined;
      if (correction && !(present && isPending(present))) assertCorrects(correction, rows, now);
      return plan(subject, present);
    },
  });
}

/**
 * What making the request comes to, for a person as they were read. Where one of the type waits already, that one is given:
 * an erasure that the person asks for again takes the newer receipt code, and what the webhook handed in becomes theirs.
 * Of a correction only the same one is given.
 * An erasure that the webhook hands in restricts the use until it is answered, in the same transaction.
 */
export function requestPlanner(
  asked: RequestToMake,
  now: Date,
): (subject: Subject, present: PrivacyRequest | undefined) => Plan<MyRequest> {
  const fresh = newRequest(earlier(toInstant(now), asked.receivedAt), asked);
  const { key } = requestRef(asked.accountId, asked.type);
  return (subject, present) => {
    const waits = present !== undefined && isPending(present);
    const made = waits ? askedAgain(present, asked) : fresh;
    const meanwhile = made.status === 'open' ? restrictedMeanwhile(asked, subject, now) : undefined;
    const row = meanwhile ? { ...made, restrictedAt: toInstant(now) } : made;
    const hint = restricts(asked, subject)
      ? withHint(subject.standing, 'erasureAskedAt', now, fresh.receivedAt)
      : undefined;
    if (row === present && !hint) return { done: toView(row) };
    return {
      write: row === present ? [] : [{ do: present ? 'replace' : 'add', dataSet: REQUEST, key, row }],
      standing: { ...hint?.said, ...meanwhile },
      also: linesOf(subject, now, asked, { opened: !waits, restricted: restrictsNow(meanwhile, hint) }),
      result: toView(row),
    };
  };
}

const restrictsNow = (
  meanwhile: StandingChange | undefined,
  hint: { restricts: boolean } | undefined,
): boolean => meanwhile !== undefined || hint?.restricts === true;

/** The person's own restriction, which ends with the answer; nothing where they restrict it already. */
function restrictedMeanwhile(
  { restricts: wanted }: RequestToMake,
  { standing }: Subject,
  now: Date,
): StandingChange | undefined {
  const grounds = groundsOf(standing);
  return wanted && grounds.own === undefined ? asFields({ ...grounds, own: toInstant(now) }) : undefined;
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

const anotherWaits = (): Refused =>
  new Refused(
    'CONFLICT',
    'You have asked for another correction, and nobody has decided on it yet. Nothing was noted. Wait for the answer, ' +
      'or withdraw that request under Requests on My data; then ask again.',
  );

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

const NOTHING_HELD =
  'Nothing is kept about this account. Tell the person so: that is the whole answer. Nothing was noted.';
const NOTHING_TO_ASK_FOR = 'Nothing is kept about you, so there is nothing to ask for. Nothing was noted.';
