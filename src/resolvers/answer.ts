import { makeResolver } from '@forge/resolver';
import type { Refusal, Said, SaidKey } from '../contract';
import { changesNothing } from '../contract/reading';
import { QueueBusyError } from '../privacy/engine';
import { asSaid, kindOfError, Refused } from '../privacy/errors';
import { StorageBusyError } from '../storage/failures';

/** What a refusal says instead if the call only reads: that nothing was changed. */
const WHERE_ONLY_READ: Partial<Record<SaidKey, SaidKey>> = {
  'refused.busy': 'refused.busy-unchanged',
  'refused.failed': 'refused.failed-unchanged',
};

/** The answer of a function that only reads, whose failure leaves nothing half done. */
function asRead(answer: unknown): unknown {
  const { error } = (answer ?? {}) as Partial<Refusal>;
  const key = error && WHERE_ONLY_READ[error.says.key];
  return key === undefined ? answer : { error: { ...error, says: { key } } };
}

/** A refusal, with what is wrong with each field if it is about fields. */
export function refuse(
  code: Refusal['error']['code'],
  says: SaidKey | Said,
  fields: Readonly<Record<string, Said>> = {},
): Refusal {
  const wrong = Object.keys(fields).length > 0 && { fields: { ...fields } };
  return { error: { code, says: asSaid(says), ...wrong } };
}

/** What the browser gets instead of a throw: no message of an unexpected error, since it may quote something. */
export function asRefusal(
  error: unknown,
  log: (event: string, facts: Record<string, string>) => void,
): Refusal {
  if (error instanceof Refused) return refuse(error.code, error.says, error.fields);
  if (error instanceof StorageBusyError) {
    log('storage-busy', { code: error.code });
    return refuse('TRY_LATER', 'refused.busy');
  }
  if (error instanceof QueueBusyError) {
    log('queue-busy', { code: error.code });
    return refuse('TRY_LATER', 'refused.not-queued');
  }
  log('resolver-failed', { kind: kindOfError(error) });
  return refuse('TRY_LATER', 'refused.failed');
}

/** One function for each name of the contract, giving what the contract says or a refusal. */
export type Answers<Functions extends Record<keyof Functions, { gives: unknown }>> = {
  [Name in keyof Functions]: (request: never) => Promise<Functions[Name]['gives'] | Refusal>;
};

type Invocation = Parameters<ReturnType<typeof makeResolver>>[0];
type Functions = Record<string, (request: never) => Promise<unknown>>;

/**
 * The resolver of a module. `@forge/resolver` looks names up along the prototype and quotes unknown ones in its error;
 * so a name that the contract does not have is refused before it gets there.
 */
export function resolverOf(functions: Functions) {
  const resolve = makeResolver(functions as never);
  return async (invocation: Invocation, runtime?: Record<string, unknown>): Promise<unknown> => {
    const name: unknown = invocation.call.functionKey;
    if (typeof name !== 'string' || !Object.hasOwn(functions, name))
      return refuse('NOT_FOUND', 'refused.no-such-function');
    const answer: unknown = await resolve(invocation, runtime);
    return changesNothing(name, invocation.call.payload) ? asRead(answer) : answer;
  };
}
