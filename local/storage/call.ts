import type { Installation } from './installation';
import type { MetadataField } from './row';
import { METADATA_FIELDS } from './row';
import type { StorageSettings } from './types';
import { fieldsOf, listOf, wordOf } from './wire';

/** One call being answered. */
export interface Call {
  /** Without prefix, such as `entity/get`. */
  path: string;
  body: unknown;
  /** Of the body as it came. */
  bytes: number;
  now: number;
  installationId: string;
  installation: Installation;
  settings: StorageSettings;
}

/** Answers the response's JSON, or undefined for an empty response. */
export type Operation = (call: Call) => string | undefined;

const GET_OPTIONS = new Set(['metadataFields']);

/** Reads the metadata that a get or a query asks for. */
export function readMetadataOption(options: unknown): MetadataField[] {
  if (options === undefined) return [];
  return readMetadataFields(fieldsOf(options, 'The options', GET_OPTIONS)['metadataFields']);
}

export function readMetadataFields(fields: unknown): MetadataField[] {
  if (fields === undefined) return [];
  return listOf(fields, 'The metadata fields').map((field) => {
    return wordOf(field, 'A metadata field', METADATA_FIELDS) ?? 'CREATED_AT';
  });
}
