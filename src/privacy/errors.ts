import { UndeclaredError } from '../storage/declared';
import { StorageRefusedError } from '../storage/failures';
import { QueueBusyError } from './engine';

type RefusedCode = 'NOT_ALLOWED' | 'INVALID' | 'NOT_FOUND' | 'CONFLICT' | 'TRY_LATER';

/**
 * The engine or a feature will not do what was asked. The message is shown to the person who asked: it says what
 * happened, what was kept and what to do next, and quotes no input.
 */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly code: RefusedCode,
    message: string,
    readonly fields?: Readonly<Record<string, string>>,
  ) {
    super(message);
  }
}

/** What a log line says of an error: its class, and what of it is ours; never its message, since that may quote something. */
export function kindOfError(error: unknown): string {
  if (error instanceof UndeclaredError) return `${error.name} ${error.dataSet}.${error.field}`;
  if (error instanceof StorageRefusedError || error instanceof QueueBusyError)
    return `${error.name} ${error.code}`;
  return error instanceof Error ? error.name : 'unknown';
}
