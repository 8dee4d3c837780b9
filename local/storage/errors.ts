import type { Evidence } from './limits';

interface ErrorKind {
  status: number;
  evidence: Evidence;
}

const documented = (status: number): ErrorKind => ({ status, evidence: 'documented' });
const observed = (status: number): ErrorKind => ({ status, evidence: 'observed' });
const assumed = (status: number): ErrorKind => ({ status, evidence: 'assumed' });

/**
 * The codes of refusals and how each is known; docs/local-forge/storage.md names the sources.
 * An app must not rest on more than the status and KEY_NOT_FOUND.
 */
const ERROR_KINDS = {
  EMPTY_KEY: documented(400),
  KEY_TOO_SHORT: documented(400),
  KEY_TOO_LONG: documented(400),
  INVALID_KEY: documented(400),
  MAX_SIZE: documented(400),
  MAX_DEPTH: documented(400),
  INVALID_ENTITY_VALUE: documented(400),
  INVALID_ENTITY_ATTRIBUTE: assumed(400),
  INVALID_ENTITY_INDEX: documented(400),
  INCORRECT_PROPERTY_TYPE: observed(400),
  SCHEMA_NOT_FOUND: observed(404),
  KEY_NOT_FOUND: observed(404),
  KEY_CONFLICT: observed(409),
  CONDITIONAL_CHECK_FAILED: observed(400),
  KEY_DUPLICATION_ERROR: observed(400),
  TRANSACTION_CONFLICT: assumed(409),
  TOO_MANY_BATCH_ENTITIES: observed(400),
  UNPROCESSABLE_ENTITY: observed(422),
  INVALID_TTL: observed(400),
  BAD_REQUEST: observed(400),
  INTERNAL_SERVER_ERROR: observed(500),
  PAYLOAD_TOO_LARGE: assumed(413),
  LIST_QUERY_LIMIT_EXCEEDED: documented(400),
  COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE: documented(400),
  QUERY_WHERE_INVALID: documented(400),
  QUERY_WHERE_FIELD_INVALID: documented(400),
  EMPTY_FILTER_OPERATOR: documented(400),
  INVALID_FILTER_OPERATORS_COMBINATION: documented(400),
  INVALID_FILTER_CONDITION: documented(400),
  INVALID_FILTER_VALUES: documented(400),
  INSUFFICIENT_FILTER_VALUES: documented(400),
  INVALID_CURSOR: assumed(400),
  TOO_MANY_REQUESTS: documented(429),
  RATE_LIMIT_EXCEEDED: documented(429),
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof ERROR_KINDS;

/** A refusal that the real storage would answer too; it reaches the app as `ForgeKvsAPIError`. */
export class StorageRefusal extends Error {
  override readonly name = 'StorageRefusal';

  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    // It becomes an answer: nobody looks where it was thrown, and finding that out takes longer than to answer.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = stackTraceLimit;
  }

  get status(): number {
    return ERROR_KINDS[this.code].status;
  }
}
