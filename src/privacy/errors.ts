import type { Said, SaidKey } from '../contract';
import { UndeclaredError } from '../storage/declared';
import { StorageRefusedError } from '../storage/failures';
import { QueueBusyError } from './engine';

type RefusedCode = 'NOT_ALLOWED' | 'INVALID' | 'NOT_FOUND' | 'CONFLICT' | 'TRY_LATER';

/**
 * The engine or a feature will not do what was asked. It names a message for the person who asked, which says what
 * happened, what was kept and what to do next. The error's own message is the key of that one, and quotes nothing.
 */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly says: Said;
  /** By the name of the field. */
  readonly fields: Readonly<Record<string, Said>>;
  constructor(
    readonly code: RefusedCode,
    says: SaidKey | Said,
    fields: Readonly<Record<string, SaidKey | Said>> = {},
  ) {
    const said = asSaid(says);
    super(said.key);
    this.says = said;
    this.fields = Object.fromEntries(Object.entries(fields).map(([field, wrong]) => [field, asSaid(wrong)]));
  }
}

/** A message without values may be named by its key alone. */
export const asSaid = (says: SaidKey | Said): Said => (typeof says === 'string' ? { key: says } : says);

/** What a log line says of an error: its class, and what of it is ours; never its message, since that may quote something. */
export function kindOfError(error: unknown): string {
  if (error instanceof UndeclaredError) return `${error.name} ${error.dataSet}.${error.field}`;
  if (error instanceof StorageRefusedError || error instanceof QueueBusyError)
    return `${error.name} ${error.code}`;
  return error instanceof Error ? error.name : 'unknown';
}
