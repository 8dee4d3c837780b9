import * as v from 'valibot';
import { engine } from '../app';
import { asksForConsent, type Asked, isAdministrator } from '../atlassian/ask-jira';
import type { Refusal, Said, SaidKey } from '../contract';
import type { Engine } from '../privacy/engine';
import { assertInUse, readInstallation, StoreOfEarlierError } from '../privacy/installation';
import { actingAs } from '../privacy/person/acting';
import { pushOrLog } from '../privacy/relay';
import { isAccountId } from '../storage/kinds';
import { asRefusal, refuse } from './answer';

/** Who asks and from where, as Forge says; nothing of it comes from the payload. */
export interface Asker {
  accountId: string;
  /** The issue on which the page stands, where it stands on one. */
  issueId?: string;
}

/** An administrator who asks. */
interface AdminAsker extends Asker {
  /** The engine for what is written down as an act of theirs. */
  acting: Engine;
}

/** What `@forge/resolver` hands to a function. */
interface Request {
  payload: unknown;
  context: { accountId?: unknown; extension?: { issue?: { id?: unknown } } };
}

type Work<Payload, Result, By = Asker> = (payload: Payload, asker: By) => Promise<Result>;

/**
 * Who looks, before anything is shown or changed, whether the store came back or is being emptied: the wrapper, with one
 * read more, unless the work reads it along with what it needs anyway.
 */
type StoreCheck = 'checked-here' | 'checked-by-work';

/** A function that everyone may call about themselves. */
export function forUser<const Schema extends v.GenericSchema, Result>(
  schema: Schema,
  work: Work<v.InferOutput<Schema>, Result>,
  store: StoreCheck = 'checked-here',
): (this: void, request: Request) => Promise<Result | Refusal> {
  return (request) => answer(request, schema, work, store);
}

/** A function for administrators: Jira is asked each time, before the payload is looked at. */
export function forAdmin<const Schema extends v.GenericSchema, Result>(
  schema: Schema,
  work: Work<v.InferOutput<Schema>, Result, AdminAsker>,
  store: StoreCheck = 'checked-here',
): (this: void, request: Request) => Promise<Result | Refusal> {
  const act: Work<v.InferOutput<Schema>, Result> = (payload, asker) =>
    work(payload, { ...asker, acting: actingAs(engine, asker.accountId) });
  return async (request) => {
    const refusal = refusalOf(askerOf(request) && (await isAdministrator()));
    return refusal ?? answer(request, schema, act, store);
  };
}

/** Why somebody may not use a function for administrators, if so; undefined for an administrator. */
function refusalOf(isAllowed: Asked<boolean> | undefined): Refusal | undefined {
  if (isAllowed === undefined) return NOBODY;
  if (isAllowed === 'no-answer') return NOT_ANSWERED;
  return isAllowed ? undefined : NO_ADMINISTRATOR;
}

const NOBODY = refuse('NOT_ALLOWED', 'refused.sign-in');
const NO_ADMINISTRATOR = refuse('NOT_ALLOWED', 'refused-admin.only-administrators');
const NOT_ANSWERED = refuse('TRY_LATER', 'refused-admin.administrator-unknown');

async function answer<Schema extends v.GenericSchema, Result>(
  request: Request,
  schema: Schema,
  work: Work<v.InferOutput<Schema>, Result>,
  store: StoreCheck,
): Promise<Result | Refusal> {
  const asker = askerOf(request);
  if (!asker) return NOBODY;
  const parsed = v.safeParse(schema, request.payload ?? {});
  if (!parsed.success) return invalid(parsed.issues);
  try {
    if (store === 'checked-here') assertInUse(engine, await readInstallation(engine));
    return await work(parsed.output, asker);
  } catch (error) {
    if (asksForConsent(error)) throw error;
    if (error instanceof StoreOfEarlierError) await haveStoreSettled();
    return asRefusal(error, engine.log);
  }
}

/** The first who comes to a store that came back has it looked through; without the queue, the daily run does. */
const haveStoreSettled = (): Promise<void> =>
  pushOrLog(engine, { job: 'installation' }, 0, 'store-not-queued');

function askerOf({ context }: Request): Asker | undefined {
  if (!isAccountId(context.accountId)) return undefined;
  const issueId = context.extension?.issue?.id;
  return { accountId: context.accountId, ...(typeof issueId === 'string' && { issueId }) };
}

/** Names the fields to correct; valibot's own messages may quote the input, so only keys of ours are passed on. */
function invalid(issues: readonly v.BaseIssue<unknown>[]): Refusal {
  const fields: Record<string, Said> = {};
  for (const issue of issues) {
    const name = issue.path?.[0]?.key;
    // A field nobody declared is not named: its name is input, too.
    if (issue.expected === 'never' || typeof name !== 'string' || Object.hasOwn(fields, name)) continue;
    fields[name] = { key: keyOf(issue) };
  }
  return refuse('INVALID', 'refused.invalid', fields);
}

function keyOf({ type, message }: v.BaseIssue<unknown>): SaidKey {
  if (isOwn(message)) return message;
  return type === 'picklist' ? 'refused.choose' : 'refused.not-as-expected';
}

const isOwn = (message: string): message is SaidKey => /^refused(-admin)?\.[a-z-]+$/.test(message);
