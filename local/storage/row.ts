import type { Position } from './positions';

/** A stored row. It is never changed: a write puts another in its place, so an index may show the old one. */
export interface Row {
  readonly key: string;
  /** The value as JSON. */
  readonly text: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly expiresAt: number | undefined;
  /** Where it stands in each index of its space. */
  readonly positions: readonly (Position | undefined)[];
}

export const METADATA_FIELDS = ['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME'] as const;
export type MetadataField = (typeof METADATA_FIELDS)[number];

/** The row as the API answers it, with the metadata asked for. */
export function rowAnswer(row: Row, metadata: readonly MetadataField[], entityName?: string): string {
  const entity = entityName === undefined ? '' : `"entityName":${JSON.stringify(entityName)},`;
  const head = `{${entity}"key":${JSON.stringify(row.key)},"value":${row.text}`;
  return `${head}${metadata.map((field) => metadataAnswer(row, field)).join('')}}`;
}

function metadataAnswer(row: Row, field: MetadataField): string {
  switch (field) {
    case 'CREATED_AT':
      return `,"createdAt":${row.createdAt}`;
    case 'UPDATED_AT':
      return `,"updatedAt":${row.updatedAt}`;
    case 'EXPIRE_TIME':
      return row.expiresAt === undefined ? '' : `,"expireTime":"${new Date(row.expiresAt).toISOString()}"`;
  }
}
