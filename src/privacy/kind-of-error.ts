import { UndeclaredError } from '../storage/declared';
import { StorageRefusedError } from '../storage/failures';
import { QueueBusyError } from './engine';

/** What a log line says of an error: its class, and what of it is ours; never its message, since that may quote something. */
export function kindOfError(error: unknown): string {
  if (error instanceof UndeclaredError) return `${error.name} ${error.dataSet}.${error.field}`;
  if (error instanceof StorageRefusedError || error instanceof QueueBusyError)
    return `${error.name} ${error.code}`;
  return error instanceof Error ? error.name : 'unknown';
}
