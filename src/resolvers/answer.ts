import type { Refusal } from '../contract';
import { QueueBusyError } from '../privacy/engine';
import { kindOfError, Refused } from '../privacy/errors';
import { StorageBusyError } from '../storage/failures';

const BUSY =
  'Storage is busy at the moment. If this was to change something, a part of it may be done. Try again in a minute.';
const NOT_QUEUED =
  'Atlassian’s queue did not take the next step. What you asked for may be noted already: it then goes on with the next daily run. Look how it stands, or try again in a minute.';
const FAILED =
  'Something went wrong on our side. If this was to change something, a part of it may be done: look how it stands, then try again.';

/** The same where nothing was to change: then nothing is said to have changed. */
const WHERE_ONLY_READ: ReadonlyMap<string, string> = new Map([
  [BUSY, 'Storage is busy at the moment. Nothing was changed. Try again in a minute.'],
  [FAILED, 'Something went wrong on our side. Nothing was changed. Try again.'],
]);

/** What a function that only reads answers: a failure of it leaves nothing half done. */
export function asRead(answer: unknown): unknown {
  const { error } = (answer ?? {}) as Partial<Refusal>;
  const message = error && WHERE_ONLY_READ.get(error.message);
  return message === undefined ? answer : { error: { ...error, message } };
}

export function refuse(
  code: Refusal['error']['code'],
  message: string,
  fields?: Record<string, string>,
): Refusal {
  return { error: { code, message, ...(fields && { fields }) } };
}

/** What the browser gets instead of a throw: no message of an unexpected error, since it may quote something. */
export function asRefusal(
  error: unknown,
  log: (event: string, facts: Record<string, string>) => void,
): Refusal {
  if (error instanceof Refused) return refuse(error.code, error.message, error.fields && { ...error.fields });
  if (error instanceof StorageBusyError) {
    log('storage-busy', { code: error.code });
    return refuse('TRY_LATER', BUSY);
  }
  if (error instanceof QueueBusyError) {
    log('queue-busy', { code: error.code });
    return refuse('TRY_LATER', NOT_QUEUED);
  }
  log('resolver-failed', { kind: kindOfError(error) });
  return refuse('TRY_LATER', FAILED);
}

/** One function for each name of the contract, giving what the contract says or a refusal. */
export type Answers<Functions extends Record<keyof Functions, { gives: unknown }>> = {
  [Name in keyof Functions]: (request: never) => Promise<Functions[Name]['gives'] | Refusal>;
};
