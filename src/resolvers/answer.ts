import type { Refusal } from '../contract';
import { Refused } from '../privacy/refused';
import { UndeclaredError } from '../storage/declared';
import { StorageBusyError, StorageRefusedError } from '../storage/failures';

const BUSY =
  'Storage is busy at the moment. Of what you wanted to change, a part may be done; try again in a minute.';
const FAILED =
  'Something went wrong on our side. Of what you wanted to change, a part may be done; look how it stands, then try again.';

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
  log('resolver-failed', { kind: kindOf(error) });
  return refuse('TRY_LATER', FAILED);
}

function kindOf(error: unknown): string {
  if (error instanceof UndeclaredError) return `${error.name} ${error.dataSet}.${error.field}`;
  if (error instanceof StorageRefusedError) return `${error.name} ${error.code}`;
  return error instanceof Error ? error.name : 'unknown';
}

/** One function for each name of the contract, giving what the contract says or a refusal. */
export type Answers<Functions extends Record<keyof Functions, { gives: unknown }>> = {
  [Name in keyof Functions]: (request: never) => Promise<Functions[Name]['gives'] | Refusal>;
};
